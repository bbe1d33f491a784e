/** What a campaign says that names nobody: children are immunized with doses. */
export const childrenCounted = {
  campaign: {
    noun: "child",
    act: "immunized",
    gives: "dose",
    wording: { nouns: ["child"], acts: ["immunized"], gives: ["dose"] },
  },
  intervention: {
    act: null,
    gives: null,
    groupsAdd: true,
    wording: { nouns: ["child"], acts: ["immunized"], gives: ["dose"] },
  },
  group: { noun: null, minMonths: null, maxMonthsExclusive: null },
} as const;
