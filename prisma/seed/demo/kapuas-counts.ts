import type { SubdistrictPlan } from "./kapuas-subdistricts";
import { villageStories } from "./kapuas-villages";
import { openRandom, type Random } from "./random";
import { sumOf, fitShares, shareOut } from "./share-out";

/** What a village is to reach and has reached; numbers in the order of the entry columns. */
export type VillageCounts = {
  readonly code: string;
  readonly people: readonly number[];
  /** Doses of residents, up to today. */
  readonly doses: readonly number[];
};

type Village = {
  readonly code: string;
  readonly size: number;
  readonly bounds: Bounds;
  readonly share: number;
};
type Bounds = { readonly min: number; readonly max: number };

/** How the MR target population and its doses split over the three age groups. */
const peopleByAge = [3_487, 1_650, 4_019];
const dosesByAge = [885, 397, 1_124];
const columnIndexes = [0, 1, 2, 3, 4, 5];
const seed = 620_300;

/** Divides a kecamatan's plan over its villages; the sums are the plan's, exactly. */
export function countVillages(
  plan: SubdistrictPlan,
  codes: readonly string[],
): readonly VillageCounts[] {
  const random = openRandom(seed + Number(plan.code.slice(-2)));
  const villages = codes.map((code, index) => inventVillage(random, plan, code, index));

  const people = byColumn(plan.people, peopleByAge).map((total, column) =>
    dividePeople(random, total, column, villages),
  );
  const doses = byColumn(plan.doses, dosesByAge).map((total, column) =>
    divideDoses(random, total, column, villages, people[column] ?? []),
  );
  return villages.map(({ code }, index) => ({
    code,
    people: people.map((column) => column[index] ?? 0),
    doses: doses.map((column) => column[index] ?? 0),
  }));
}

/**
 * The same villages as another source counts them: about 7 % more, more in one and less in the
 * next.
 *
 * @param total MR target population of the kabupaten by that source.
 */
export function estimateElsewhere(
  villages: readonly VillageCounts[],
  total: number,
): readonly VillageCounts[] {
  const random = openRandom(seed);
  const factors = villages.map(() => random.between(0.9, 1.1));
  const known = columnIndexes.map((column) =>
    sumOf(villages.map(({ people }) => people[column] ?? 0)),
  );
  const ours = sumOf(known.slice(0, peopleByAge.length));
  const others = known
    .slice(peopleByAge.length)
    .map((people) => Math.round((people * total) / ours));
  const columns = [...shareOut(total, known.slice(0, peopleByAge.length)), ...others].map(
    (columnTotal, column) =>
      shareOut(
        columnTotal,
        villages.map(({ people }, index) => (people[column] ?? 0) * (factors[index] ?? 1)),
      ),
  );
  return villages.map((village, index) => ({
    ...village,
    people: columns.map((column) => column[index] ?? 0),
  }));
}

function inventVillage(
  random: Random,
  plan: SubdistrictPlan,
  code: string,
  index: number,
): Village {
  const isOverGoal = index < plan.overGoal;
  return {
    code,
    size: random.between(0.6, 1.4),
    bounds: isOverGoal ? { min: 0.965, max: 1.4 } : { min: 0.03, max: 0.92 },
    share: isOverGoal ? 1.05 : Math.exp(plan.spread * random.between(-1.3, 1.3)),
  };
}

/** Totals per intervention as totals per entry column. */
function byColumn(totals: readonly number[], byAge: readonly number[]): readonly number[] {
  const [first = 0, ...others] = totals;
  return [...shareOut(first, byAge), ...others];
}

function dividePeople(
  random: Random,
  total: number,
  column: number,
  villages: readonly Village[],
): readonly number[] {
  const told = villages.map(({ code }) => villageStories.get(code)?.people?.[column]);
  return fillIn(
    told,
    total,
    villages.map(({ size }) => size * random.between(0.94, 1.06)),
  );
}

function divideDoses(
  random: Random,
  total: number,
  column: number,
  villages: readonly Village[],
  people: readonly number[],
): readonly number[] {
  const told = villages.map(({ code }) => villageStories.get(code)?.untilYesterday?.[column]);
  // Only MR keeps to the bounds: the catch-up doses go to whoever the listing found, and pass the
  // target population only where the whole kecamatan does.
  const isMeasles = column < 3;
  const parts = villages.map(({ share, bounds }, index) => ({
    weight: told[index] === undefined ? (people[index] ?? 0) : 0,
    share: share * random.between(0.92, 1.08),
    min: isMeasles ? bounds.min : 0,
    max: isMeasles ? bounds.max : 0.97,
  }));
  const shares = fitShares(total - sumOf(told.map((doses) => doses ?? 0)), parts);
  return fillIn(
    told,
    total,
    parts.map(({ weight }, index) => weight * (shares[index] ?? 0)),
  );
}

/** Keeps what is told and divides the rest of the total over the others. */
function fillIn(
  told: readonly (number | undefined)[],
  total: number,
  weights: readonly number[],
): readonly number[] {
  const rest = total - sumOf(told.map((number) => number ?? 0));
  const parts = shareOut(
    rest,
    weights.map((weight, index) => (told[index] === undefined ? weight : 0)),
  );
  return parts.map((part, index) => told[index] ?? part);
}
