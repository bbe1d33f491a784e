import { useTranslations } from "next-intl";

const width = 7;
const gap = 2;

/** Houses as a strip: those with everybody reached first, and a line at what it takes to pass. */
export function HouseStrip(props: {
  readonly houses: number;
  readonly missed: number;
  /** Houses reached with which it passes; null: too few were visited to say. */
  readonly line: number | null;
  /** Whether it passes: the strip is grey where it does not. */
  readonly isPassed: boolean;
}) {
  const t = useTranslations("rapidAssessments");
  const { houses, missed, line, isPassed } = props;
  const reached = houses - missed;
  const at = (house: number) => house * (width + gap);
  return (
    <svg
      role="img"
      aria-label={t("strip", { reached, houses })}
      width={at(houses)}
      height="22"
      viewBox={`0 0 ${String(at(houses))} 22`}
      className="block max-w-full"
    >
      {Array.from({ length: houses }, (_, house) => (
        <rect
          key={house}
          x={at(house) + (house < reached ? 0 : 0.75)}
          y={house < reached ? 3 : 3.75}
          width={house < reached ? width : width - 1.5}
          height={house < reached ? 16 : 14.5}
          fill={house < reached ? (isPassed ? "var(--reached-fill)" : "var(--none)") : "none"}
          {...(house < reached ? {} : { stroke: "var(--behind-fill)", strokeWidth: 1.5 })}
        />
      ))}
      {line !== null ? (
        <rect x={at(line) - gap - 0.5} y="0" width="2.5" height="22" fill="var(--ink)" />
      ) : null}
    </svg>
  );
}
