/** What a campaign says whose units report daily, and that closes on no day. */
export const everyDay = { rhythm: "daily", period: null, closedDays: [] } as const;
