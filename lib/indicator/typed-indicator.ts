import { readPeriod, periodKey } from "./period";
import { readNumber } from "./typed-value";
import type { Indicator } from "./indicator";
import { typedNumber } from "./typed-value";

type Typed = Readonly<Record<string, string>>;

/** The body of an indicator from the fields of its form. */
export function indicatorOf(typed: Typed) {
  const field = (name: string) => (typed[name] ?? "").trim();
  return {
    code: field("code"),
    name: field("name"),
    measure: field("measure"),
    direction: field("direction"),
    period: field("period"),
    counted: field("counted"),
    office: field("office") || null,
    baseline: keyOf(field("baseline")) || null,
    position: field("position") === "" ? null : readNumber(field("position")),
    goals: goalsOf(field("goals")),
  };
}

/** "Semester 1 2024; 20" for all units together, "Semester 1 2024; 61.06.01.2001; 18" for one of them. */
function goalsOf(lines: string) {
  return lines
    .split("\n")
    .map((line) => line.split(";").map((part) => part.trim()))
    .filter((parts) => parts.some((part) => part !== ""))
    .map(([period = "", ...rest]) => ({
      period: keyOf(period),
      unit: rest.length > 1 ? (rest[0] ?? null) : null,
      value: readNumber(rest.at(-1) ?? "") ?? "",
    }));
}

/** What cannot be read stays as it was typed, which the schema then rejects. */
function keyOf(text: string): string {
  const period = readPeriod(text);
  return period === null ? text : periodKey(period);
}

/** An indicator as the fields of its form. */
export function typedIndicator(indicator: Indicator): Typed {
  const { code, name, measure, direction, period } = indicator;
  return {
    code,
    name,
    measure,
    direction,
    period,
    counted: indicator.counted ?? "",
    office: indicator.office?.code ?? "",
    baseline: indicator.baseline === null ? "" : periodKey(indicator.baseline),
    position: String(indicator.position),
    goals: indicator.goals
      .map((goal) =>
        [
          periodKey(goal.period),
          ...(goal.unit === null ? [] : [goal.unit]),
          typedNumber(goal.value),
        ].join("; "),
      )
      .join("\n"),
  };
}
