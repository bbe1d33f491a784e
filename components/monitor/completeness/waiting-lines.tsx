"use client";

import { Copy } from "lucide-react";
import { useMemo, useState, type ReactNode } from "react";

import { buttonClass } from "@/components/base/ui/button";
import { type SharedLines, separateTexts } from "@/lib/report/reminder/joined";
import { whatsAppLink } from "@/lib/account/people/phone";

import { CopyText } from "./copy-text";

type WaitingLine = {
  readonly code: string;
  readonly name: string;
  /** Who is missing there. */
  readonly sentence: ReactNode;
  /** Of the person to remind; null: not known here. */
  readonly phone: string | null;
  /** The reminder as a link carries it, where that is not the whole of it. */
  readonly carried: string | null;
};

const copyIcon = "ikon-salin";

/** Lines with their ways before "show more": each carries a whole text in its link. */
const shownAtFirst = 10;

/**
 * A line for each place, from texts that are sent once: the link and the copy are made of them here.
 * The last of many lines stand on paper; their ways, which paper leaves out, are drawn when asked for.
 */
export function WaitingLines(props: {
  readonly lines: readonly WaitingLine[];
  readonly isShowingAll: boolean;
  /** The page with all lines, for a reader without scripts. */
  readonly moreHref: string;
  /** The reminder of each line. */
  readonly texts: SharedLines;
  /** With {place} where a name goes. */
  readonly words: {
    readonly copy: string;
    readonly copyOf: string;
    readonly copied: string;
    readonly failed: string;
    readonly whatsApp: string;
    readonly whatsAppOf: string;
    /** "Show 18 more" */
    readonly more: string;
  };
}) {
  const { words } = props;
  const [isShowingAll, setShowingAll] = useState(props.isShowingAll);
  const texts = useMemo(() => separateTexts(props.texts), [props.texts]);
  const isFolded = !isShowingAll && props.lines.length > shownAtFirst;
  return (
    <>
      <svg aria-hidden width="0" height="0" className="absolute">
        <symbol id={copyIcon} viewBox="0 0 24 24">
          <Copy />
        </symbol>
      </svg>
      <ul className="awaited">
        {props.lines.map(({ code, name, sentence, phone, carried }, index) => {
          const text = texts[index] ?? "";
          if (isFolded && index >= shownAtFirst) {
            return (
              <li key={code} className="folded">
                <span>{name}</span>
                <p>{sentence}</p>
              </li>
            );
          }
          return (
            <li key={code}>
              <span>{name}</span>
              <span className="ways">
                <CopyText
                  text={text}
                  label={words.copy}
                  name={words.copyOf.replace("{place}", name)}
                  copied={words.copied}
                  failed={words.failed}
                  icon={copyIcon}
                  look={{ size: "small" }}
                />
                <a
                  href={whatsAppLink(phone, carried ?? text)}
                  target="_blank"
                  rel="noopener noreferrer"
                  aria-label={words.whatsAppOf.replace("{place}", name)}
                  className={buttonClass({ size: "small" })}
                >
                  {words.whatsApp}
                </a>
              </span>
              <p>{sentence}</p>
            </li>
          );
        })}
      </ul>
      {isFolded ? (
        <a
          href={props.moreHref}
          onClick={(event) => {
            event.preventDefault();
            setShowingAll(true);
          }}
          className="more"
        >
          {words.more.replace("{count}", String(props.lines.length - shownAtFirst))}
        </a>
      ) : null}
    </>
  );
}
