/** Forms that sentences name themselves, as in "{day, date, long}". No other can be named. */
export const sentenceFormats = {
  dateTime: { long: { day: "numeric", month: "long", year: "numeric" } },
} as const;
