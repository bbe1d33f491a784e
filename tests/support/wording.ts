/** What a campaign says that names nobody: children are immunized with doses, and groups add up. */
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
    hasTotal: true,
  },
  group: { noun: null, minMonths: null, maxMonthsExclusive: null },
} as const;
