"use client";

import { useEffect, useRef, useState } from "react";
import { z } from "zod";

import { forgetDraft, keepDraft, markDraftSent, readDraft } from "@/lib/base/forms/kept-draft";

import { KeptNotice, type KeptTexts } from "./kept-notice";

const texts = z.record(z.string(), z.string());

type Texts = z.infer<typeof texts>;

/**
 * Keeps what is half typed in the form that it stands in, and puts it back when the form is there
 * again. Passwords and files are not kept.
 *
 * @param isSaved the form's last answer: what was kept is done with.
 */
export function KeptFields(props: {
  readonly name: string;
  readonly isSaved?: boolean;
  readonly texts: KeptTexts;
}) {
  const { name, isSaved } = props;
  const place = useRef<HTMLDivElement>(null);
  const [blank, setBlank] = useState<Texts | null>(null);

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const first = textsOf(form);
    const kept = texts.safeParse(readDraft(name)?.value);
    if (kept.success && isFilled(changedIn(kept.data, first))) {
      fill(form, kept.data);
      form.closest("details")?.setAttribute("open", "");
      // What the browser keeps is no state of React's until it is found.
      queueMicrotask(() => setBlank(first));
    }
    const keep = () => {
      // Of the others, the page may show newer values when it is back.
      const value = changedIn(textsOf(form), first);
      if (isFilled(value)) keepDraft(name, { value, base: "" });
      else forgetDraft(name);
    };
    const sent = () => markDraftSent(name);
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
    form.addEventListener("submit", sent);
    return () => {
      form.removeEventListener("input", keep);
      form.removeEventListener("change", keep);
      form.removeEventListener("submit", sent);
    };
  }, [name]);

  useEffect(() => {
    if (isSaved) forgetDraft(name);
  }, [isSaved, name]);

  function discard() {
    const form = place.current?.closest("form");
    if (form && blank) fill(form, blank);
    forgetDraft(name);
    setBlank(null);
  }

  return (
    <div ref={place} className="empty:hidden">
      {blank && isSaved !== true ? (
        <KeptNotice
          text={props.texts.restored}
          actions={[{ label: props.texts.discard, run: discard }]}
        />
      ) : null}
    </div>
  );
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const unkept: ReadonlySet<string> = new Set([
  "hidden",
  "password",
  "file",
  "submit",
  "radio",
  "checkbox",
]);

/** The form's fields that hold text, by what they are called. */
function fieldsOf(form: HTMLFormElement): readonly (readonly [string, Field])[] {
  return [...form.elements].flatMap((field) =>
    (field instanceof HTMLInputElement ||
      field instanceof HTMLSelectElement ||
      field instanceof HTMLTextAreaElement) &&
    !unkept.has(field.type) &&
    (field.name || field.id) !== ""
      ? [[field.name || field.id, field] as const]
      : [],
  );
}

function textsOf(form: HTMLFormElement): Texts {
  return Object.fromEntries(fieldsOf(form).map(([name, { value }]) => [name, value]));
}

/** The fields that are not as they were at first. */
function changedIn(texts: Texts, first: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).filter(([name, text]) => name in first && first[name] !== text),
  );
}

function isFilled(texts: Texts): boolean {
  return Object.keys(texts).length > 0;
}

/** As if it had been typed, so that fields that React holds know of it. */
function fill(form: HTMLFormElement, values: Texts): void {
  for (const [name, field] of fieldsOf(form)) {
    const value = values[name];
    if (value === undefined || value === field.value) continue;
    // Past the property that React watches, so that it takes the event for a change.
    Reflect.set(Object.getPrototypeOf(field) as object, "value", value, field);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (field instanceof HTMLSelectElement) {
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}
