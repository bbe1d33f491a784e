import { NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";

import type { Catalogue } from "@/lib/base/i18n/messages";

/**
 * What only the forms say that set up campaigns, people and target populations, or settle reports: a phone that
 * fills in a day needs none of it.
 */
const settingUp: ReadonlySet<string> = new Set<keyof Catalogue["problems"]>([
  "agesOrder",
  "webAddress",
  "unitTwice",
  "stageDays",
  "tooManyUnitSets",
  "outsideCampaign",
  "unknownOffice",
  "unitEndDay",
  "successorItself",
  "successorEnded",
  "successorGap",
  "nameDiffers",
  "duplicate",
  "inUse",
  "unknownUnitSet",
  "atLeastOne",
  "gapRange",
  "gapTooShort",
  "unknownPredecessor",
  "followsItself",
  "campaignChanged",
  "reasonRequired",
  "unchangeable",
  "tooManyGates",
  "copyElsewhere",
  "tooManyReportParts",
  "tooManyRows",
  "tooManyIds",
  "tooManyMarks",
  "undoChanged",
  "periodOfRhythm",
  "campaignHasReports",
  "campaignTooLarge",
  "campaignTooLong",
  "officeLines",
  "officeMismatch",
  "tooManyOffices",
  "codeFormat",
  "codeTwice",
  "deviationRange",
  "endsBeforeStart",
  "goalAsShare",
  "goalRange",
  "hasReports",
  "hourFormat",
  "levelsOverlap",
  "decidedInTargets",
  "ownFigureLater",
  "sinceDayMissing",
  "asOfMissing",
  "reasonNeeded",
  "nameTaken",
  "overlap",
  "ownAccount",
  "phoneFormat",
  "passwordGuessable",
  "passwordSame",
  "passwordTooShort",
  "passwordWrong",
  "passwordsDiffer",
  "regionMismatch",
  "roundOrder",
  "shareRange",
  "slugFormat",
  "sweepingDay",
  "draftChanged",
  "directiveChanged",
  "unknownTeam",
  "strategyTaken",
  "nothingProposed",
  "dayNotInCampaign",
  "directiveIssued",
  "nothingAsked",
  "followUpChanged",
  "recordChanged",
  "noSuchMoment",
  "nameLike",
  "criteriaOfSerious",
  "beforeFound",
  "beforeGiven",
  "tooManyInHouse",
  "moreReached",
  "tooManyHouses",
  "notYet",
  "tooManyAddressees",
  "classLines",
  "reviewBeforeDay",
  "tooManyDrafts",
  "tooManyColumns",
  "tooManyInterventions",
  "tooManyMonths",
  "tooManyRounds",
  "tooManyTargetGroups",
  "tooManyUnits",
  "unitLine",
  "unknownVersion",
  "usernameFormat",
  "usernameReserved",
]);

/** Parts of catalogues that a page's scripts never say. */
export type LeftSentences = {
  readonly [Name in keyof Catalogue]?: readonly (keyof Catalogue[Name])[];
};

/** Hands the named parts of the catalogue to components that run in the browser, and no more. */
export function ClientMessages(props: {
  readonly of: readonly (keyof Catalogue)[];
  /** Nothing is set up on this page. */
  readonly isForEntry?: boolean;
  /** Parts of those that stay behind. */
  readonly left?: LeftSentences;
  readonly children: ReactNode;
}) {
  const messages = useMessages();
  const partOf = (name: keyof Catalogue) => {
    const left: ReadonlySet<string> =
      name === "problems" && props.isForEntry ? settingUp : new Set(props.left?.[name]);
    return Object.fromEntries(Object.entries(messages[name]).filter(([key]) => !left.has(key)));
  };
  return (
    <NextIntlClientProvider
      messages={Object.fromEntries(props.of.map((name) => [name, partOf(name)]))}
    >
      {props.children}
    </NextIntlClientProvider>
  );
}
