import clsx from "clsx";

import { LandscapePaper } from "@/components/base/ui/landscape-paper";
import { askedPart } from "@/lib/report/entry-row";
import { isInBlocks, paperParts } from "@/lib/report/paper-parts";

import { PaperBlocks } from "./paper-blocks";
import { Heading, Signatures, type PaperFormProps } from "./paper-frame";
import { PaperSheet } from "./paper-sheet";

/**
 * A tally form for pens: a row for each unit, for each column what the day began with (sasaran over
 * sisa) and an empty box, a box for nihil, and who signs. Columns that one sheet has no room for go on
 * further ones, and each sheet says what it is of. Of very many columns each unit has a block of its own.
 */
export function PaperForm(whole: PaperFormProps) {
  const props = { ...whole, ...askedPart(whole.rows, whole.columns) };
  if (isInBlocks(props.columns)) {
    return (
      <div className="paper-landscape grid gap-8 text-note print:block print:text-[9pt]/[1.25]">
        <LandscapePaper />
        <PaperBlocks {...props} heading={<Heading {...props} sheet={null} />} />
        <Signatures wording={props.campaign.wording} />
      </div>
    );
  }
  const { isLandscape, parts } = paperParts(props.columns);
  return (
    <div
      className={clsx(
        "grid gap-8 text-note print:block print:text-[9pt]/[1.25]",
        isLandscape && "paper-landscape",
      )}
    >
      {isLandscape ? <LandscapePaper /> : null}
      {parts.map((part, index) => (
        <PaperSheet
          key={part.from}
          {...props}
          part={part}
          number={index + 1}
          count={parts.length}
        />
      ))}
    </div>
  );
}
