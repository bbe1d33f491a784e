import { expect, test } from "vitest";

import { catalogues } from "@/lib/base/i18n/messages";
import { sentenceWords } from "@/lib/base/i18n/wording";
import { withWording, wordingOf } from "@/lib/campaign/wording";

const group = (code: string, noun: string | null = null) => ({ code, noun });
const given = (targetGroups: readonly string[]) => ({
  act: null,
  gives: null,
  targetGroups,
});

const klasik = {
  noun: "family",
  act: "served",
  gives: "service",
  targetGroups: [group("bumil", "pregnantWoman"), group("air"), group("jamban")],
  interventions: [given(["bumil", "air", "jamban"]), given(["air", "jamban"])],
};

test("a group has its own noun, or the campaign's", () => {
  const [service] = klasik.interventions;
  if (!service) throw new Error("no intervention");
  expect(wordingOf(klasik, service, "bumil").nouns).toEqual(["pregnantWoman"]);
  expect(wordingOf(klasik, service, "air")).toEqual({
    nouns: ["family"],
    acts: ["served"],
    gives: ["service"],
  });
});

test("an intervention has the nouns of all its groups, and a campaign of all interventions", () => {
  const { interventions, wording } = withWording(klasik);
  expect(interventions.map(({ wording: { nouns } }) => nouns)).toEqual([
    ["pregnantWoman", "family"],
    ["family"],
  ]);
  expect(wording.nouns).toEqual(["pregnantWoman", "family"]);
});

test("sentences take words of their language and number; what was typed stands as it is", () => {
  const children = { nouns: ["child"], acts: ["immunized"], gives: ["dose"] };
  expect(sentenceWords(children, catalogues.en.words, "en")).toMatchObject({
    person: "child",
    persons: "children",
    Persons: "Children",
    thing: "dose",
    Things: "Doses",
    done: "immunized",
  });
  const mixed = { nouns: ["pregnantWoman", "family", "kader"], acts: ["served"], gives: ["obat"] };
  expect(sentenceWords(mixed, catalogues.id.words, "id")).toMatchObject({
    persons: "ibu hamil, keluarga, dan kader",
    done: "dilayani",
    Things: "Obat",
  });
});
