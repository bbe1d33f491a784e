import type { CalendarDay } from "@/lib/base/time/calendar-day";

type Dated = { readonly startsOn: CalendarDay; readonly endsOn: CalendarDay };

/** Campaigns that stand together in lists: those that run, those to come, then by the year of their end. */
type Shelf<Title> = {
  readonly kind: "running" | "coming" | "year";
  /** "" where it is not told by a year. */
  readonly year: string;
  readonly campaigns: readonly Title[];
};

/** Campaigns as lists show them: running first, then those to come, then those that are over by year. */
export function shelvesOf<Title extends Dated>(
  campaigns: readonly Title[],
  today: CalendarDay,
): readonly Shelf<Title>[] {
  const running = campaigns.filter(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
  const coming = campaigns.filter(({ startsOn }) => startsOn > today);
  const over = campaigns.filter(({ endsOn }) => endsOn < today);
  const years = [...new Set(over.map(({ endsOn }) => endsOn.slice(0, 4)))].sort().reverse();
  return [
    { kind: "running" as const, year: "", campaigns: running },
    { kind: "coming" as const, year: "", campaigns: coming },
    ...years.map((year) => ({
      kind: "year" as const,
      year,
      campaigns: over.filter(({ endsOn }) => endsOn.startsWith(year)),
    })),
  ].filter((shelf) => shelf.campaigns.length > 0);
}

/** Campaigns in whose name, kabupaten or days every word stands, however it is written. */
export function searched<
  Title extends Dated & { readonly name: string; readonly districtName: string },
>(campaigns: readonly Title[], text: string): readonly Title[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return campaigns.filter(({ name, districtName, startsOn, endsOn }) => {
    const shown = `${name} ${districtName} ${startsOn} ${endsOn}`.toLowerCase();
    return words.every((word) => shown.includes(word));
  });
}
