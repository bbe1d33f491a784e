/** A place as moving teams sees it. */
export type PlaceLoad = {
  readonly code: string;
  readonly name: string;
  /** People a day that reach its goals on the last day; null: nobody knows, or no day is left. */
  readonly need: number | null;
  /** Served so far of how many; null: it has no target population. */
  readonly served: number;
  readonly target: number | null;
  readonly daysLeft: number;
};

/** What a team can serve where. */
export type TeamLoad = {
  readonly id: string;
  readonly name: string;
  readonly base: string;
  readonly peoplePerDay: number;
};

/** A team that moves, or (`team` null) one that is added, with what it serves a day where it goes. */
type TeamChange = {
  readonly team: string | null;
  readonly to: string;
  readonly perDay: number;
  /** Days that it is there for. */
  readonly days: number;
};

/** One place before and after. */
export type PlaceEffect = {
  readonly code: string;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly need: number | null;
  /** People a day that it lacks then: 0 where it has enough; null: nobody knows. */
  readonly short: number | null;
  /** People more or less over all days. */
  readonly change: number;
  /** The share of its target population that is served at the end, before and after; null: it has none. */
  readonly forecast: { readonly before: number; readonly after: number } | null;
};

/**
 * What a change of teams does: the place that loses first, then the one that gains. A team that works in the
 * whole kabupaten is taken from no place.
 *
 * @returns empty where nothing would change.
 */
export function effectsOf(
  places: readonly PlaceLoad[],
  teams: readonly TeamLoad[],
  { team: moved, to, perDay, days }: TeamChange,
): PlaceEffect[] {
  const team = teams.find(({ id }) => id === moved) ?? null;
  if (team?.base === to) return [];
  const from = places.find(({ code }) => code === team?.base);
  const dest = places.find(({ code }) => code === to);
  return [
    ...(from && team ? [effect(from, teams, -team.peoplePerDay, days)] : []),
    ...(dest ? [effect(dest, teams, perDay, days)] : []),
  ];
}

function effect(
  place: PlaceLoad,
  teams: readonly TeamLoad[],
  by: number,
  days: number,
): PlaceEffect {
  const before = capacityOf(place.code, teams);
  const after = Math.max(0, before + by);
  const change = (after - before) * days;
  const { target, served, daysLeft, need } = place;
  return {
    code: place.code,
    name: place.name,
    before,
    after,
    need,
    short: need === null ? null : Math.max(0, need - after),
    change,
    forecast:
      target === null || target === 0
        ? null
        : {
            before: (served + before * daysLeft) / target,
            after: (served + before * daysLeft + change) / target,
          },
  };
}

/** People a day that the teams of a place serve together. */
export function capacityOf(place: string, teams: readonly TeamLoad[]): number {
  return teams.reduce(
    (sum, { base, peoplePerDay }) => sum + (base === place ? peoplePerDay : 0),
    0,
  );
}

/**
 * What a team serves in a day in a place, until somebody says otherwise: as many as the teams that are there
 * do, in the mean; its own number where there is none.
 */
export function expectedPerDay(to: string, own: number, teams: readonly TeamLoad[]): number {
  const there = teams.filter(({ base }) => base === to);
  if (there.length === 0) return own;
  return Math.round(there.reduce((sum, { peoplePerDay }) => sum + peoplePerDay, 0) / there.length);
}

/** A move that helps most, and why. */
export type TeamSuggestion = {
  readonly team: TeamLoad;
  readonly from: PlaceEffect;
  readonly to: PlaceEffect;
  /** People a day that all places lack, before and after. */
  readonly lacking: { readonly before: number; readonly after: number };
};

/**
 * The one move after which all places together lack fewest people a day. It never makes a place lack more than it did:
 * who gives has more than its need.
 *
 * @returns null where no move helps.
 */
export function suggestedMove(
  places: readonly PlaceLoad[],
  teams: readonly TeamLoad[],
): TeamSuggestion | null {
  const lackOf = (need: number | null, capacity: number) => Math.max(0, (need ?? 0) - capacity);
  const capacity = new Map(places.map(({ code }) => [code, capacityOf(code, teams)]));
  const before = places.reduce(
    (sum, { code, need }) => sum + lackOf(need, capacity.get(code) ?? 0),
    0,
  );
  let best: { gain: number; spare: number; suggestion: TeamSuggestion } | null = null;
  for (const team of teams) {
    const from = places.find(({ code }) => code === team.base);
    if (!from || from.need === null) continue;
    const left = (capacity.get(from.code) ?? 0) - team.peoplePerDay;
    if (left < from.need) continue;
    for (const to of places) {
      if (to.code === from.code || to.need === null) continue;
      const had = capacity.get(to.code) ?? 0;
      const perDay = expectedPerDay(to.code, team.peoplePerDay, teams);
      const gain = lackOf(to.need, had) - lackOf(to.need, had + perDay);
      const spare = left - from.need;
      if (gain <= 0) continue;
      if (best && (gain < best.gain || (gain === best.gain && spare <= best.spare))) continue;
      const change = { team: team.id, to: to.code, perDay, days: 1 };
      const [lost, won] = effectsOf(places, teams, change);
      if (!lost || !won) continue;
      best = {
        gain,
        spare,
        suggestion: { team, from: lost, to: won, lacking: { before, after: before - gain } },
      };
    }
  }
  return best?.suggestion ?? null;
}
