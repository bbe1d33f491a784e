import { addDays, daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";

import { stockAnswersOf, type StockAnswers, type Wanted } from "./answers";
import { bandOf, daysOfStock, toTenDays, type StockBand } from "./band";
import { drawUsage, type Drawn, type Uncovered, type Usage } from "./draw";
import { addFlows, netOf, noFlow, type DayFlow } from "./flow";
import type { Opened, Rate } from "./rate";
import { isUsableOn, type StockBatch, type StoreKey } from "./stock";
import type { SupplyLine } from "./supply-line";

/** What the moves of a batch in a store and day come to. */
export type StoreFlow = {
  readonly store: StoreKey;
  readonly batch: string;
  readonly day: CalendarDay;
  readonly flow: DayFlow;
};

/** Doses given at a place on a day, as reports say. */
export type GivenThere = {
  /** The store that the place draws from first: its kecamatan's or its office's. */
  readonly store: StoreKey;
  readonly day: CalendarDay;
  readonly intervention: string;
  readonly given: number;
  /** Vials opened for them; null: not written down. */
  readonly opened: number | null;
};

/** How one store stands in a line. */
export type StoreRow = {
  readonly store: StoreKey;
  /** Doses that may still be given. */
  readonly usable: number;
  readonly expired: number;
  readonly rate: Rate;
  readonly band: StockBand | null;
  readonly days: number | null;
  /** Doses to add so that it lasts ten days. */
  readonly toTen: number;
};

export type BatchRow = StockBatch & {
  /** Doses that lie in all stores. */
  readonly doses: number;
  readonly isExpired: boolean;
  /** Days after the day looked at on which it may still be given; null: nobody knows. */
  readonly daysLeft: number | null;
  /** Doses of it that expire unused at the recent pace; null: that is not known. */
  readonly unused: number | null;
};

/** received + adjusted = on hand + used + discarded + returned */
type Totals = DayFlow & { readonly used: number; readonly onHand: number };

export type Supply = {
  readonly line: SupplyLine;
  readonly totals: Totals;
  readonly answers: StockAnswers;
  readonly stores: readonly StoreRow[];
  readonly batches: readonly BatchRow[];
  readonly opened: Opened | null;
  /** What lies where. */
  readonly lying: readonly Lying[];
  /** Doses given for which nothing is written down. */
  readonly uncovered: number;
  /** Days that the recent pace is the mean of. */
  readonly recentDays: number;
};

type SupplyQuestion = {
  readonly flows: readonly StoreFlow[];
  readonly given: readonly GivenThere[];
  /** The kabupaten's own store, which feeds the others; null: one store alone is looked at. */
  readonly reserve: StoreKey | null;
  /** Usage is counted up to the end of this day. */
  readonly baseDay: CalendarDay;
  /** Moves are counted up to the end of this day, which is the base day or the one after it. */
  readonly onDay: CalendarDay;
  readonly startsOn: CalendarDay;
  readonly lastDay: CalendarDay;
  readonly wanted: Wanted;
};

/** So many days make the recent pace, as the ministry's days of stock are reckoned. */
const recentOver = 7;

/** Everything that is said of a line of supply. */
export function supplyOf(line: SupplyLine, question: SupplyQuestion): Supply {
  const { baseDay, onDay } = question;
  const ids = new Set(line.batches.map(({ id }) => id));
  const flows = question.flows.filter(({ batch, day }) => ids.has(batch) && day <= onDay);
  const usage = usageOf(line, { ...question, flows });
  const nets = flows.map(({ flow, ...where }) => ({ ...where, doses: netOf(flow) }));
  const { drawn, uncovered } = drawUsage(
    { batches: line.batches, nets, reserve: question.reserve },
    usage,
  );
  const left = leftOver(flows, drawn);
  const opened = openedIn(line, question.given);
  const first = flows.reduce((least, { day }) => (day < least ? day : least), onDay);
  const begun = first > question.startsOn ? first : question.startsOn;
  const recentDays = Math.min(recentOver, Math.max(1, daysBetween(begun, baseDay) + 1));
  const rateOf = (store: StoreKey | null) =>
    recentRate(
      { drawn, uncovered },
      { store, since: addDays(baseDay, 1 - recentDays), days: recentDays },
    );
  const recent = rateOf(null);
  const onHand = line.batches.map((batch) => ({
    ...batch,
    doses: sumAt(left, { batch: batch.id }),
  }));
  const answers = stockAnswersOf({
    stock: onHand,
    baseDay,
    lastDay: question.lastDay,
    recent: recent.doses > 0 ? recent : null,
    wanted: question.wanted,
    opened,
  });
  return {
    line,
    totals: {
      ...flows.reduce((sum, { flow }) => addFlows(sum, flow), noFlow),
      used: drawn.reduce((sum, { doses }) => sum + doses, 0),
      onHand: sumAt(left, {}),
    },
    answers,
    stores: storeRows(line, { left, from: addDays(baseDay, 1), rateOf }),
    batches: cameBy(onHand, { all: question.flows, flows }).map((batch) =>
      batchRow(batch, { from: addDays(baseDay, 1), answers }),
    ),
    opened,
    lying: left,
    uncovered: uncovered.reduce((sum, { doses }) => sum + doses, 0),
    recentDays,
  };
}

/** Reports as usage of stores: of the nearest that had anything by that day, else of nobody. */
function usageOf(
  line: SupplyLine,
  {
    flows,
    given,
    reserve,
    baseDay,
  }: Pick<SupplyQuestion, "flows" | "given" | "reserve" | "baseDay">,
): readonly Usage[] {
  const firstDay = new Map<StoreKey, CalendarDay>();
  for (const { store, day } of flows) {
    const known = firstDay.get(store);
    if (known === undefined || day < known) firstDay.set(store, day);
  }
  const hadBy = (store: StoreKey | null, day: CalendarDay) =>
    store !== null && (firstDay.get(store) ?? "9") <= day;
  const batchesOf = new Map(
    line.interventions.map((code) => [
      code,
      line.batches.filter((batch) => batch.interventions.includes(code)).map(({ id }) => id),
    ]),
  );
  return given.flatMap((row) => {
    const batches = batchesOf.get(row.intervention);
    if (!batches || row.day > baseDay) return [];
    if (row.given <= 0 && (row.opened ?? 0) === 0) return [];
    const store = hadBy(row.store, row.day) ? row.store : hadBy(reserve, row.day) ? reserve : null;
    if (store === null) return [];
    return [{ store, day: row.day, batches, given: Math.max(0, row.given), opened: row.opened }];
  });
}

/** What was opened and given where both are written down; null: nowhere. */
function openedIn(line: SupplyLine, given: readonly GivenThere[]): Opened | null {
  const rows = given.filter(
    ({ intervention, opened }) => opened !== null && line.interventions.includes(intervention),
  );
  const sizes = new Set(line.batches.map(({ dosesPerVial }) => dosesPerVial));
  const [size = null] = sizes;
  if (rows.length === 0 || sizes.size !== 1 || size === null) return null;
  const vials = rows.reduce((sum, { opened }) => sum + (opened ?? 0), 0);
  return vials === 0
    ? null
    : { vials, doses: vials * size, given: rows.reduce((sum, row) => sum + row.given, 0) };
}

function recentRate(
  {
    drawn,
    uncovered,
  }: { readonly drawn: readonly Drawn[]; readonly uncovered: readonly Uncovered[] },
  {
    store,
    since,
    days,
  }: { readonly store: StoreKey | null; readonly since: CalendarDay; readonly days: number },
): Rate {
  const used = [
    ...drawn.map(({ usedBy, day, doses }) => ({ by: usedBy, day, doses })),
    ...uncovered.map((each) => ({ by: each.store, day: each.day, doses: each.doses })),
  ];
  return {
    doses: used.reduce(
      (sum, { by, day, doses }) =>
        day >= since && (store === null || by === store) ? sum + doses : sum,
      0,
    ),
    days,
  };
}

/** Doses of a batch in a store. */
export type Lying = { readonly store: StoreKey; readonly batch: string; readonly doses: number };

function leftOver(flows: readonly StoreFlow[], drawn: readonly Drawn[]): readonly Lying[] {
  const left = new Map<string, Lying>();
  const add = (store: StoreKey, batch: string, doses: number) => {
    const key = `${store} ${batch}`;
    left.set(key, { store, batch, doses: (left.get(key)?.doses ?? 0) + doses });
  };
  for (const { store, batch, flow } of flows) add(store, batch, netOf(flow));
  for (const { store, batch, doses } of drawn) add(store, batch, -doses);
  return [...left.values()];
}

function sumAt(
  left: readonly Lying[],
  { store, batch }: { readonly store?: StoreKey; readonly batch?: string },
): number {
  return left.reduce(
    (sum, each) =>
      (store === undefined || each.store === store) && (batch === undefined || each.batch === batch)
        ? sum + each.doses
        : sum,
    0,
  );
}

function storeRows(
  { batches }: SupplyLine,
  {
    left,
    from,
    rateOf,
  }: {
    readonly left: readonly Lying[];
    readonly from: CalendarDay;
    readonly rateOf: (store: StoreKey) => Rate;
  },
): readonly StoreRow[] {
  const usableIds = new Set(batches.filter((batch) => isUsableOn(batch, from)).map(({ id }) => id));
  return [...new Set(left.map(({ store }) => store))].sort().map((store) => {
    const here = left.filter((each) => each.store === store);
    const usable = sumAt(
      here.filter(({ batch }) => usableIds.has(batch)),
      {},
    );
    const rate = rateOf(store);
    return {
      store,
      usable,
      expired: sumAt(here, {}) - usable,
      rate,
      band: bandOf(usable, rate),
      days: daysOfStock(usable, rate),
      toTen: toTenDays(usable, rate),
    };
  });
}

/** Batches of which anything had come by the day looked at; also those of which nothing ever came. */
function cameBy<Batch extends StockBatch>(
  batches: readonly Batch[],
  { all, flows }: { readonly all: readonly StoreFlow[]; readonly flows: readonly StoreFlow[] },
): readonly Batch[] {
  const came = new Set(flows.map(({ batch }) => batch));
  const ever = new Set(all.map(({ batch }) => batch));
  return batches.filter(({ id }) => came.has(id) || !ever.has(id));
}

function batchRow(
  batch: StockBatch & { readonly doses: number },
  { from, answers }: { readonly from: CalendarDay; readonly answers: StockAnswers },
): BatchRow {
  const isExpired = !isUsableOn(batch, from);
  const { atRecent } = answers;
  return {
    ...batch,
    isExpired,
    daysLeft: batch.expiresOn === null ? null : daysBetween(from, batch.expiresOn) + 1,
    unused: isExpired
      ? batch.doses
      : atRecent &&
        atRecent.expired
          .filter((each) => each.batch === batch.id)
          .reduce((sum, { doses }) => sum + doses, 0),
  };
}
