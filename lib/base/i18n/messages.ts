import enCommon from "@/lib/base/i18n/messages/en/common.json";
import enFailure from "@/lib/base/i18n/messages/en/failure.json";
import enNavigation from "@/lib/base/i18n/messages/en/navigation.json";
import enServer from "@/lib/base/i18n/messages/en/server.json";
import enProblems from "@/lib/base/i18n/messages/en/problems.json";
import enSignIn from "@/lib/base/i18n/messages/en/signIn.json";
import enSummary from "@/lib/base/i18n/messages/en/summary.json";
import enCoverage from "@/lib/base/i18n/messages/en/coverage.json";
import enSource from "@/lib/base/i18n/messages/en/source.json";
import enCompleteness from "@/lib/base/i18n/messages/en/completeness.json";
import enDayNote from "@/lib/base/i18n/messages/en/dayNote.json";
import enEntry from "@/lib/base/i18n/messages/en/entry.json";
import enPaperForm from "@/lib/base/i18n/messages/en/paperForm.json";
import enPaste from "@/lib/base/i18n/messages/en/paste.json";
import enCampaigns from "@/lib/base/i18n/messages/en/campaigns.json";
import enSheet from "@/lib/base/i18n/messages/en/sheet.json";
import enTargets from "@/lib/base/i18n/messages/en/targets.json";
import enPeople from "@/lib/base/i18n/messages/en/people.json";
import enAccount from "@/lib/base/i18n/messages/en/account.json";
import enOffline from "@/lib/base/i18n/messages/en/offline.json";
import enOutbox from "@/lib/base/i18n/messages/en/outbox.json";
import enAbout from "@/lib/base/i18n/messages/en/about.json";
import enApi from "@/lib/base/i18n/messages/en/api.json";
import enQuality from "@/lib/base/i18n/messages/en/quality.json";
import enAudit from "@/lib/base/i18n/messages/en/audit.json";
import enDraft from "@/lib/base/i18n/messages/en/draft.json";
import enPrint from "@/lib/base/i18n/messages/en/print.json";
import enVerification from "@/lib/base/i18n/messages/en/verification.json";
import enTableReading from "@/lib/base/i18n/messages/en/tableReading.json";
import enTallyImport from "@/lib/base/i18n/messages/en/tallyImport.json";
import idCommon from "@/lib/base/i18n/messages/id/common.json";
import idFailure from "@/lib/base/i18n/messages/id/failure.json";
import idNavigation from "@/lib/base/i18n/messages/id/navigation.json";
import idServer from "@/lib/base/i18n/messages/id/server.json";
import idProblems from "@/lib/base/i18n/messages/id/problems.json";
import idSignIn from "@/lib/base/i18n/messages/id/signIn.json";
import idSummary from "@/lib/base/i18n/messages/id/summary.json";
import idCoverage from "@/lib/base/i18n/messages/id/coverage.json";
import idSource from "@/lib/base/i18n/messages/id/source.json";
import idCompleteness from "@/lib/base/i18n/messages/id/completeness.json";
import idDayNote from "@/lib/base/i18n/messages/id/dayNote.json";
import idEntry from "@/lib/base/i18n/messages/id/entry.json";
import idPaperForm from "@/lib/base/i18n/messages/id/paperForm.json";
import idPaste from "@/lib/base/i18n/messages/id/paste.json";
import idCampaigns from "@/lib/base/i18n/messages/id/campaigns.json";
import idSheet from "@/lib/base/i18n/messages/id/sheet.json";
import idTargets from "@/lib/base/i18n/messages/id/targets.json";
import idPeople from "@/lib/base/i18n/messages/id/people.json";
import idAccount from "@/lib/base/i18n/messages/id/account.json";
import idOffline from "@/lib/base/i18n/messages/id/offline.json";
import idOutbox from "@/lib/base/i18n/messages/id/outbox.json";
import idAbout from "@/lib/base/i18n/messages/id/about.json";
import idApi from "@/lib/base/i18n/messages/id/api.json";
import idQuality from "@/lib/base/i18n/messages/id/quality.json";
import idAudit from "@/lib/base/i18n/messages/id/audit.json";
import idDraft from "@/lib/base/i18n/messages/id/draft.json";
import idPrint from "@/lib/base/i18n/messages/id/print.json";
import idVerification from "@/lib/base/i18n/messages/id/verification.json";
import idTableReading from "@/lib/base/i18n/messages/id/tableReading.json";
import idTallyImport from "@/lib/base/i18n/messages/id/tallyImport.json";

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
