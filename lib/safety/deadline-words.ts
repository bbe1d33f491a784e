import type { Deadline } from "./deadline";

type Key = "monthly" | `${Exclude<Deadline["state"], "monthly">}.${"hours" | "days"}`;

/** "3 jam", "sisa 64 jam", "lewat 9 jam", "bulanan": by the sentences of `adverseEvents.deadline`. */
export function deadlineWords(
  t: (key: Key, values?: { readonly count: number }) => string,
  deadline: Deadline,
): string {
  if (deadline.state === "monthly") return t("monthly");
  const { unit, count } =
    deadline.state === "told"
      ? deadline.after
      : deadline.state === "running"
        ? deadline.left
        : deadline.by;
  return t(`${deadline.state}.${unit}`, { count });
}
