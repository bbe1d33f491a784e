// Written by `npm run catalogues`.
import idAbout from "./messages/id/about.json";
import idAccount from "./messages/id/account.json";
import idAdverseEventForm from "./messages/id/adverseEventForm.json";
import idAdverseEvents from "./messages/id/adverseEvents.json";
import idApi from "./messages/id/api.json";
import idAudit from "./messages/id/audit.json";
import idCampaigns from "./messages/id/campaigns.json";
import idCommon from "./messages/id/common.json";
import idCompleteness from "./messages/id/completeness.json";
import idCoverage from "./messages/id/coverage.json";
import idDayNote from "./messages/id/dayNote.json";
import idDirectives from "./messages/id/directives.json";
import idDraft from "./messages/id/draft.json";
import idEntry from "./messages/id/entry.json";
import idFailure from "./messages/id/failure.json";
import idFirstSteps from "./messages/id/firstSteps.json";
import idFollowUps from "./messages/id/followUps.json";
import idIndicators from "./messages/id/indicators.json";
import idNavigation from "./messages/id/navigation.json";
import idOffline from "./messages/id/offline.json";
import idOutbox from "./messages/id/outbox.json";
import idPaperForm from "./messages/id/paperForm.json";
import idPaste from "./messages/id/paste.json";
import idPeople from "./messages/id/people.json";
import idPlaces from "./messages/id/places.json";
import idPlanForms from "./messages/id/planForms.json";
import idPrint from "./messages/id/print.json";
import idProblems from "./messages/id/problems.json";
import idQuality from "./messages/id/quality.json";
import idRapidAssessmentForm from "./messages/id/rapidAssessmentForm.json";
import idRapidAssessments from "./messages/id/rapidAssessments.json";
import idRecordPage from "./messages/id/recordPage.json";
import idRegister from "./messages/id/register.json";
import idReportParts from "./messages/id/reportParts.json";
import idSchedule from "./messages/id/schedule.json";
import idServer from "./messages/id/server.json";
import idSheet from "./messages/id/sheet.json";
import idSignIn from "./messages/id/signIn.json";
import idSource from "./messages/id/source.json";
import idStock from "./messages/id/stock.json";
import idStockForm from "./messages/id/stockForm.json";
import idSummary from "./messages/id/summary.json";
import idTableReading from "./messages/id/tableReading.json";
import idTallyImport from "./messages/id/tallyImport.json";
import idTargets from "./messages/id/targets.json";
import idToday from "./messages/id/today.json";
import idVerification from "./messages/id/verification.json";
import idWhatIf from "./messages/id/whatIf.json";
import idWords from "./messages/id/words.json";
import enAbout from "./messages/en/about.json";
import enAccount from "./messages/en/account.json";
import enAdverseEventForm from "./messages/en/adverseEventForm.json";
import enAdverseEvents from "./messages/en/adverseEvents.json";
import enApi from "./messages/en/api.json";
import enAudit from "./messages/en/audit.json";
import enCampaigns from "./messages/en/campaigns.json";
import enCommon from "./messages/en/common.json";
import enCompleteness from "./messages/en/completeness.json";
import enCoverage from "./messages/en/coverage.json";
import enDayNote from "./messages/en/dayNote.json";
import enDirectives from "./messages/en/directives.json";
import enDraft from "./messages/en/draft.json";
import enEntry from "./messages/en/entry.json";
import enFailure from "./messages/en/failure.json";
import enFirstSteps from "./messages/en/firstSteps.json";
import enFollowUps from "./messages/en/followUps.json";
import enIndicators from "./messages/en/indicators.json";
import enNavigation from "./messages/en/navigation.json";
import enOffline from "./messages/en/offline.json";
import enOutbox from "./messages/en/outbox.json";
import enPaperForm from "./messages/en/paperForm.json";
import enPaste from "./messages/en/paste.json";
import enPeople from "./messages/en/people.json";
import enPlaces from "./messages/en/places.json";
import enPlanForms from "./messages/en/planForms.json";
import enPrint from "./messages/en/print.json";
import enProblems from "./messages/en/problems.json";
import enQuality from "./messages/en/quality.json";
import enRapidAssessmentForm from "./messages/en/rapidAssessmentForm.json";
import enRapidAssessments from "./messages/en/rapidAssessments.json";
import enRecordPage from "./messages/en/recordPage.json";
import enRegister from "./messages/en/register.json";
import enReportParts from "./messages/en/reportParts.json";
import enSchedule from "./messages/en/schedule.json";
import enServer from "./messages/en/server.json";
import enSheet from "./messages/en/sheet.json";
import enSignIn from "./messages/en/signIn.json";
import enSource from "./messages/en/source.json";
import enStock from "./messages/en/stock.json";
import enStockForm from "./messages/en/stockForm.json";
import enSummary from "./messages/en/summary.json";
import enTableReading from "./messages/en/tableReading.json";
import enTallyImport from "./messages/en/tallyImport.json";
import enTargets from "./messages/en/targets.json";
import enToday from "./messages/en/today.json";
import enVerification from "./messages/en/verification.json";
import enWhatIf from "./messages/en/whatIf.json";
import enWords from "./messages/en/words.json";

export const idFiles = {
  about: idAbout,
  account: idAccount,
  adverseEventForm: idAdverseEventForm,
  adverseEvents: idAdverseEvents,
  api: idApi,
  audit: idAudit,
  campaigns: idCampaigns,
  common: idCommon,
  completeness: idCompleteness,
  coverage: idCoverage,
  dayNote: idDayNote,
  directives: idDirectives,
  draft: idDraft,
  entry: idEntry,
  failure: idFailure,
  firstSteps: idFirstSteps,
  followUps: idFollowUps,
  indicators: idIndicators,
  navigation: idNavigation,
  offline: idOffline,
  outbox: idOutbox,
  paperForm: idPaperForm,
  paste: idPaste,
  people: idPeople,
  places: idPlaces,
  planForms: idPlanForms,
  print: idPrint,
  problems: idProblems,
  quality: idQuality,
  rapidAssessmentForm: idRapidAssessmentForm,
  rapidAssessments: idRapidAssessments,
  recordPage: idRecordPage,
  register: idRegister,
  reportParts: idReportParts,
  schedule: idSchedule,
  server: idServer,
  sheet: idSheet,
  signIn: idSignIn,
  source: idSource,
  stock: idStock,
  stockForm: idStockForm,
  summary: idSummary,
  tableReading: idTableReading,
  tallyImport: idTallyImport,
  targets: idTargets,
  today: idToday,
  verification: idVerification,
  whatIf: idWhatIf,
  words: idWords,
};

export const enFiles = {
  about: enAbout,
  account: enAccount,
  adverseEventForm: enAdverseEventForm,
  adverseEvents: enAdverseEvents,
  api: enApi,
  audit: enAudit,
  campaigns: enCampaigns,
  common: enCommon,
  completeness: enCompleteness,
  coverage: enCoverage,
  dayNote: enDayNote,
  directives: enDirectives,
  draft: enDraft,
  entry: enEntry,
  failure: enFailure,
  firstSteps: enFirstSteps,
  followUps: enFollowUps,
  indicators: enIndicators,
  navigation: enNavigation,
  offline: enOffline,
  outbox: enOutbox,
  paperForm: enPaperForm,
  paste: enPaste,
  people: enPeople,
  places: enPlaces,
  planForms: enPlanForms,
  print: enPrint,
  problems: enProblems,
  quality: enQuality,
  rapidAssessmentForm: enRapidAssessmentForm,
  rapidAssessments: enRapidAssessments,
  recordPage: enRecordPage,
  register: enRegister,
  reportParts: enReportParts,
  schedule: enSchedule,
  server: enServer,
  sheet: enSheet,
  signIn: enSignIn,
  source: enSource,
  stock: enStock,
  stockForm: enStockForm,
  summary: enSummary,
  tableReading: enTableReading,
  tallyImport: enTallyImport,
  targets: enTargets,
  today: enToday,
  verification: enVerification,
  whatIf: enWhatIf,
  words: enWords,
};
