/** What was typed in a form, as the body of its record: the one shape that form, device and API send. */
type Typed = Readonly<Record<string, string>>;

/** A strategy as its form says it. */
export function strategyOf(typed: Typed) {
  return {
    ...sendingOf(typed),
    place: typed["place"] ?? "",
    targetGroups: tickedGroups(typed),
    mode: typed["mode"] ?? "",
    isWithdrawn: typed["isWithdrawn"] === "on",
  };
}

/** A team as its form says it. */
export function teamOf(typed: Typed) {
  return {
    ...sendingOf(typed),
    name: typed["name"] ?? "",
    base: typed["base"] ?? "",
    peoplePerDay: numberOf(typed["peoplePerDay"]) ?? Number.NaN,
    isClosed: typed["isClosed"] === "on",
  };
}

/** A session as its form says it: it is called off where that is ticked, with its reason. */
export function sessionOf(typed: Typed) {
  return {
    ...sendingOf(typed),
    unit: typed["unit"] ?? "",
    day: typed["day"] ?? "",
    mode: typed["mode"] ?? "",
    targetGroups: tickedGroups(typed),
    team: typed["team"] === "" ? null : (typed["team"] ?? null),
    planned: numberOf(typed["planned"]),
    calledOff: typed["isCalledOff"] === "on" ? (typed["calledOff"] ?? "") : null,
  };
}

function sendingOf(typed: Typed) {
  return { sent: typed["sent"] ?? "", version: Number(typed["version"] ?? "0") };
}

/** "group-lansia" is the tick of a group. */
function tickedGroups(typed: Typed): string[] {
  return Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith("group-") && value === "on" ? [name.slice("group-".length)] : [],
  );
}

/** A number as people write it, "1.230"; null: nothing was written. */
function numberOf(text: string | undefined): number | null {
  const written = (text ?? "").trim();
  if (written === "") return null;
  return /^\d{1,3}(\.\d{3})+$|^\d+$/.test(written)
    ? Number(written.replaceAll(".", ""))
    : Number.NaN;
}
