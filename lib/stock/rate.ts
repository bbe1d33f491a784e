/** Doses that leave the stock in so many days. Never a rounded quotient: counts stay whole. */
export type Rate = { readonly doses: number; readonly days: number };

/** What was opened for what was given. */
export type Opened = {
  /** Doses that the opened vials held. */
  readonly doses: number;
  readonly vials: number;
  readonly given: number;
};

/** Doses a day, for reading alone. */
export function perDay({ doses, days }: Rate): number {
  return doses / days;
}

/**
 * Doses of stock that so many people take: as many as were opened for the people so far, since a vial
 * that is opened is not always used up. Where nothing is written down of vials, a dose for each.
 */
export function stockFor(people: number, opened: Opened | null): number {
  if (opened === null || opened.given === 0) return people;
  return Math.ceil((people * opened.doses) / opened.given);
}

/** Whole vials that so many people take. */
export function vialsFor(people: number, dosesPerVial: number, opened: Opened | null): number {
  if (opened === null || opened.given === 0) return Math.ceil(people / dosesPerVial);
  return Math.ceil((people * opened.vials) / opened.given);
}

/** The rate at which so many people a day take doses out of the stock. */
export function rateFor(people: number, opened: Opened | null): Rate {
  if (opened === null || opened.given === 0) return { doses: people, days: 1 };
  return { doses: people * opened.doses, days: opened.given };
}

/** People per vial (IP): doses given ÷ vials opened; null: no vial was opened. */
export function usageIndex({ given, vials }: Opened): number | null {
  return vials === 0 ? null : given / vials;
}

/** Of the doses in opened vials, the share that nobody was given; below 0: more were given than they held. */
export function openWastage({ given, doses }: Opened): number | null {
  return doses === 0 ? null : (doses - given) / doses;
}

/** Of the doses received, the share that was discarded unopened. */
export function closedWastage(discarded: number, received: number): number | null {
  return received === 0 ? null : discarded / received;
}
