import enCommon from "./messages/en/common.json";
import enFailure from "./messages/en/failure.json";
import enNavigation from "./messages/en/navigation.json";
import enServer from "./messages/en/server.json";
import enProblems from "./messages/en/problems.json";
import enSignIn from "./messages/en/signIn.json";
import enSummary from "./messages/en/summary.json";
import enCoverage from "./messages/en/coverage.json";
import enSource from "./messages/en/source.json";
import enCompleteness from "./messages/en/completeness.json";
import enDayNote from "./messages/en/dayNote.json";
import enEntry from "./messages/en/entry.json";
import enPaperForm from "./messages/en/paperForm.json";
import enPaste from "./messages/en/paste.json";
import enCampaigns from "./messages/en/campaigns.json";
import enSheet from "./messages/en/sheet.json";
import enTargets from "./messages/en/targets.json";
import enPeople from "./messages/en/people.json";
import enAccount from "./messages/en/account.json";
import enOffline from "./messages/en/offline.json";
import enOutbox from "./messages/en/outbox.json";
import enAbout from "./messages/en/about.json";
import enApi from "./messages/en/api.json";
import enQuality from "./messages/en/quality.json";
import enAudit from "./messages/en/audit.json";
import enDraft from "./messages/en/draft.json";
import enPrint from "./messages/en/print.json";
import enVerification from "./messages/en/verification.json";
import enTableReading from "./messages/en/tableReading.json";
import enTallyImport from "./messages/en/tallyImport.json";
import idCommon from "./messages/id/common.json";
import idFailure from "./messages/id/failure.json";
import idNavigation from "./messages/id/navigation.json";
import idServer from "./messages/id/server.json";
import idProblems from "./messages/id/problems.json";
import idSignIn from "./messages/id/signIn.json";
import idSummary from "./messages/id/summary.json";
import idCoverage from "./messages/id/coverage.json";
import idSource from "./messages/id/source.json";
import idCompleteness from "./messages/id/completeness.json";
import idDayNote from "./messages/id/dayNote.json";
import idEntry from "./messages/id/entry.json";
import idPaperForm from "./messages/id/paperForm.json";
import idPaste from "./messages/id/paste.json";
import idCampaigns from "./messages/id/campaigns.json";
import idSheet from "./messages/id/sheet.json";
import idTargets from "./messages/id/targets.json";
import idPeople from "./messages/id/people.json";
import idAccount from "./messages/id/account.json";
import idOffline from "./messages/id/offline.json";
import idOutbox from "./messages/id/outbox.json";
import idAbout from "./messages/id/about.json";
import idApi from "./messages/id/api.json";
import idQuality from "./messages/id/quality.json";
import idAudit from "./messages/id/audit.json";
import idDraft from "./messages/id/draft.json";
import idPrint from "./messages/id/print.json";
import idVerification from "./messages/id/verification.json";
import idTableReading from "./messages/id/tableReading.json";
import idTallyImport from "./messages/id/tallyImport.json";

import { withLimits } from "./limit-sentences";
import type { Locale } from "./locale";

const indonesian = {
  common: idCommon,
  failure: idFailure,
  navigation: idNavigation,
  problems: idProblems,
  server: idServer,
  signIn: idSignIn,
  summary: idSummary,
  coverage: idCoverage,
  source: idSource,
  completeness: idCompleteness,
  dayNote: idDayNote,
  entry: idEntry,
  paperForm: idPaperForm,
  paste: idPaste,
  campaigns: idCampaigns,
  sheet: idSheet,
  targets: idTargets,
  people: idPeople,
  account: idAccount,
  offline: idOffline,
  outbox: idOutbox,
  about: idAbout,
  api: idApi,
  quality: idQuality,
  audit: idAudit,
  draft: idDraft,
  print: idPrint,
  verification: idVerification,
  tableReading: idTableReading,
  tallyImport: idTallyImport,
};

const english: Catalogue = {
  common: enCommon,
  failure: enFailure,
  navigation: enNavigation,
  problems: enProblems,
  server: enServer,
  signIn: enSignIn,
  summary: enSummary,
  coverage: enCoverage,
  source: enSource,
  completeness: enCompleteness,
  dayNote: enDayNote,
  entry: enEntry,
  paperForm: enPaperForm,
  paste: enPaste,
  campaigns: enCampaigns,
  sheet: enSheet,
  targets: enTargets,
  people: enPeople,
  account: enAccount,
  offline: enOffline,
  outbox: enOutbox,
  about: enAbout,
  api: enApi,
  quality: enQuality,
  audit: enAudit,
  draft: enDraft,
  print: enPrint,
  verification: enVerification,
  tableReading: enTableReading,
  tallyImport: enTallyImport,
};

/** Every sentence of the application, a file a screen. Indonesian is the measure: English has the same keys. */
export type Catalogue = typeof indonesian;

export const catalogues: Readonly<Record<Locale, Catalogue>> = {
  id: withLimits(indonesian, "id"),
  en: withLimits(english, "en"),
};
