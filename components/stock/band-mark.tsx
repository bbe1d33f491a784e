import { stockBands, type StockBand } from "@/lib/stock/band";

/** The fill of each band. */
const bandFills: Readonly<Record<StockBand, string>> = {
  critical: "var(--behind-fill)",
  low: "var(--warn-line)",
  enough: "var(--reached-fill)",
  safe: "var(--ontrack-fill)",
};

/** Four stacked segments, filled from below; its word stands beside it. */
export function BandMark({ band }: { readonly band: StockBand }) {
  const filled = stockBands.indexOf(band) + 1;
  return (
    <svg aria-hidden width="12" height="19" className="inline-block shrink-0">
      {stockBands.map((each, index) => (
        <rect
          key={each}
          x="0.5"
          y={14.5 - index * 4.67}
          width="11"
          height="3.67"
          fill={index < filled ? bandFills[band] : "none"}
          stroke={index < filled ? bandFills[band] : "var(--ink3)"}
        />
      ))}
    </svg>
  );
}

/** Days of stock on a line from 0 to 20, with the edges of the bands; decoration beside its number. */
export function BandBar(props: { readonly days: number | null; readonly band: StockBand | null }) {
  const share = Math.min(20, props.days ?? 0) * 5;
  return (
    <svg aria-hidden width="100%" height="22" className="block min-w-28">
      {[7, 10, 14].map((edge) => (
        <line
          key={edge}
          x1={`${String(edge * 5)}%`}
          x2={`${String(edge * 5)}%`}
          y2="22"
          stroke={edge === 7 ? "var(--ink2)" : "var(--ink3)"}
          {...(edge === 7 ? {} : { strokeDasharray: "3 3" })}
        />
      ))}
      {props.band === null ? null : (
        <rect y="7" height="8" rx="1" width={`${share.toFixed(1)}%`} fill={bandFills[props.band]} />
      )}
    </svg>
  );
}
