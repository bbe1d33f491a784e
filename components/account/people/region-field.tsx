"use client";

import { useId, useRef, useState } from "react";

import { TextField } from "@/components/base/ui/field";
import { useHydrated } from "@/components/base/ui/use-hydrated";
import { codeIn } from "@/lib/base/region/typed-code";

export type RegionChoice = {
  readonly code: string;
  readonly name: string;
  readonly within: string | null;
};

/**
 * An area by part of its name or code: a combobox whose list comes from the server. Without
 * scripts, or in a hurry, the code alone is typed and is what is sent.
 */
export function RegionField(props: {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly noneFound: string;
  readonly problem?: string | undefined;
  readonly initial: RegionChoice | null;
  readonly search: (text: string) => Promise<readonly RegionChoice[]>;
  readonly onChoose?: (region: RegionChoice | null) => void;
}) {
  const isHydrated = useHydrated();
  const list = useId();
  const [text, setText] = useState(props.initial ? shown(props.initial) : "");
  const [chosen, setChosen] = useState(props.initial);
  const [found, setFound] = useState<readonly RegionChoice[] | null>(null);
  const [active, setActive] = useState(0);
  const latest = useRef(0);

  function type(value: string, isTyped: boolean) {
    setText(value);
    setChosen(null);
    props.onChoose?.(null);
    const turn = ++latest.current;
    // What is put back into the field opens no list.
    if (value.trim().length < 2 || !isTyped) {
      setFound(null);
      return;
    }
    // Answers may overtake each other; only the one to the last letter is shown.
    void props.search(value).then((regions) => {
      if (turn !== latest.current) return;
      setFound(regions);
      setActive(0);
    });
  }

  function choose(region: RegionChoice) {
    latest.current += 1;
    setChosen(region);
    setText(shown(region));
    setFound(null);
    props.onChoose?.(region);
  }

  function press(event: React.KeyboardEvent) {
    if (!found || found.length === 0) return;
    const region = found[active];
    if (event.key === "Escape") setFound(null);
    else if (event.key === "ArrowDown") setActive((active + 1) % found.length);
    else if (event.key === "ArrowUp") setActive((active + found.length - 1) % found.length);
    else if (event.key === "Enter" && region) choose(region);
    else return;
    event.preventDefault();
  }

  return (
    <div className="relative">
      <TextField
        id={props.name}
        name={isHydrated ? undefined : props.name}
        label={props.label}
        hint={props.hint}
        problem={props.problem}
        role="combobox"
        aria-expanded={found !== null}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found?.[active] ? `${list}-${active}` : undefined}
        autoComplete="off"
        value={text}
        onChange={(event) => type(event.target.value, event.nativeEvent.isTrusted)}
        onKeyDown={press}
        onBlur={() => setFound(null)}
      />
      {isHydrated ? (
        <input type="hidden" name={props.name} value={chosen?.code ?? codeIn(text)} />
      ) : null}
      <ul
        id={list}
        role="listbox"
        aria-label={props.label}
        hidden={found === null}
        className="absolute inset-x-0 top-17 z-20 max-h-72 overflow-y-auto rounded-control border border-line-strong bg-surface py-1 shadow-xl"
      >
        {found?.map((region, index) => (
          // The field keeps the focus and hears the keys; the pointer chooses before it is lost.
          <li
            key={region.code}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(region);
            }}
            className={`cursor-pointer px-3 py-2 text-dense ${index === active ? "bg-sunken" : ""}`}
          >
            {region.name} <span className="text-ink3">{region.within}</span>
            <span className="float-right text-note text-ink3">{region.code}</span>
          </li>
        ))}
        {found?.length === 0 ? (
          <li className="px-3 py-2 text-dense text-ink2">{props.noneFound}</li>
        ) : null}
      </ul>
    </div>
  );
}

function shown(region: RegionChoice): string {
  return `${region.name} (${region.code})`;
}
