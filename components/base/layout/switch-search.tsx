"use client";

import Link from "next/link";
import { useRef, useState, type ReactNode } from "react";

import { routes, withQuery } from "@/lib/base/routes";

type Found = {
  readonly slug: string;
  readonly name: string;
  readonly districtName: string;
  readonly isArchived: boolean;
};

/**
 * A search within the switch: what is found stands in place of the list at once. Without scripts, and
 * without a signal, the same form asks the page of all campaigns.
 */
export function SwitchSearch(props: {
  /** Words come along: the frame of a page hands no catalogue to the browser. */
  readonly words: Readonly<Record<"label" | "button" | "none" | "archived", string>>;
  /** Where a campaign is looked at, without its name; entry keeps its day. */
  readonly address: string;
  readonly day: string | null;
  readonly find: (text: string) => Promise<readonly Found[]>;
  /** The list, while nothing is searched. */
  readonly children: ReactNode;
}) {
  const { words } = props;
  const [found, setFound] = useState<readonly Found[] | null>(null);
  const latest = useRef(0);

  function search(text: string) {
    const turn = ++latest.current;
    if (text.trim() === "") {
      setFound(null);
      return;
    }
    // Answers may overtake each other; only the one to the last letter is shown.
    props.find(text).then(
      (campaigns) => {
        if (turn === latest.current) setFound(campaigns);
      },
      () => undefined,
    );
  }

  return (
    <>
      <form
        action={`${routes.more}#kampanye`}
        method="get"
        role="search"
        className="flex gap-2 border-b border-line p-2"
      >
        <input
          type="search"
          name="cari"
          aria-label={words.label}
          placeholder={words.label}
          autoComplete="off"
          onChange={(event) => search(event.target.value)}
          className="min-h-9 min-w-0 grow rounded-control border border-line-strong bg-surface px-2 text-ink"
        />
        <button
          type="submit"
          className="rounded-control border border-line-strong px-3 font-semibold hover:bg-sunken"
        >
          {words.button}
        </button>
      </form>
      {found === null ? props.children : null}
      <div role="status">
        {found?.length === 0 ? <p className="px-3 py-2 text-ink2">{words.none}</p> : null}
      </div>
      {found && found.length > 0 ? (
        <ul className="py-1">
          {found.map(({ slug, name, districtName, isArchived }) => (
            <li key={slug}>
              <Link
                href={withQuery(props.address, { kampanye: slug, hari: props.day ?? undefined })}
                prefetch={false}
                className="block px-3 py-2 pl-9 text-ink no-underline hover:bg-sunken"
              >
                <span className="block font-medium">{name}</span>
                <span className="text-note text-ink3">
                  {districtName}
                  {isArchived ? ` · ${words.archived}` : ""}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
