"use client";

import { useEffect, useRef, useState } from "react";

import { forgetDraft, keepDraft, markDraftSent, readDraft } from "@/lib/base/forms/kept-draft";

import {
  changedIn,
  drawnIn,
  fill,
  formOf,
  hasParts,
  isField,
  isFilled,
  sentBy,
  textsIn,
  textsOf,
  unknownIn,
  type Texts,
} from "./kept-form";
import { KeptNotice, type KeptTexts } from "./kept-notice";

type Props = {
  readonly name: string;
  readonly texts: KeptTexts;
  /** Id of the form whose fields are kept, where this does not stand in it. */
  readonly form?: string;
  /** The form's last answer: what was sent is done with. */
  readonly isSaved?: boolean;
  /** Another one whenever the form was answered or may have other fields. */
  readonly turn?: unknown;
};

/**
 * Keeps what is half typed in the form that it stands in, and puts it back when the form is there
 * again. Passwords and files are not kept. Of a form in parts (`data-part`, each with a button of
 * its own) a button is done with the fields of its part alone.
 */
export function KeptFields(props: Props) {
  return <Keeper key={props.name} {...props} />;
}

function Keeper(props: Props) {
  const { name, isSaved, form: formId, turn } = props;
  const place = useRef<HTMLDivElement>(null);
  /** What the fields were drawn with when they were first seen, and which were sent last. */
  const first = useRef<Texts>({});
  const sent = useRef<readonly string[]>([]);
  const [blank, setBlank] = useState<Texts | null>(null);

  useEffect(() => {
    const form = formOf(place.current, formId);
    if (!form || isSaved !== true) return;
    const texts = textsOf(form);
    const done = Object.fromEntries(sent.current.map((each) => [each, texts[each] ?? ""]));
    Object.assign(first.current, done);
    const rest = hasParts(form) ? unknownIn(textsIn(readDraft(name)), done) : {};
    keep(name, rest);
    sent.current = [];
    queueMicrotask(() => setBlank(null));
  }, [name, formId, isSaved, turn]);

  useEffect(() => {
    const form = formOf(place.current, formId);
    if (!form) return;
    const blank = unknownIn(drawnIn(form), first.current);
    Object.assign(first.current, blank);
    const kept = changedIn(textsIn(readDraft(name)), blank);
    if (!isFilled(kept)) return;
    fill(form, kept);
    // What the browser keeps is no state of React's until it is found.
    queueMicrotask(() => setBlank((before) => ({ ...before, ...blank })));
  }, [name, formId, turn]);

  useEffect(() => {
    const form = formOf(place.current, formId);
    if (!form) return;
    const { ownerDocument: page } = form;
    const typed = ({ target }: Event) => {
      // Fields may stand anywhere on the page.
      if (!isField(target) || target.form !== form) return;
      const texts = textsOf(form);
      // Of the others, the page may show newer values when it is back.
      keep(name, {
        ...(hasParts(form) && unknownIn(textsIn(readDraft(name)), texts)),
        ...changedIn(texts, first.current),
      });
    };
    const send = ({ submitter }: SubmitEvent) => {
      sent.current = sentBy(form, submitter);
      if (!hasParts(form)) markDraftSent(name);
    };
    page.addEventListener("input", typed);
    page.addEventListener("change", typed);
    form.addEventListener("submit", send);
    return () => {
      page.removeEventListener("input", typed);
      page.removeEventListener("change", typed);
      form.removeEventListener("submit", send);
    };
  }, [name, formId]);

  function discard() {
    const form = formOf(place.current, formId);
    if (form && blank) fill(form, blank);
    forgetDraft(name);
    setBlank(null);
  }

  return (
    <div ref={place} className="empty:hidden">
      {blank ? (
        <KeptNotice
          text={props.texts.restored}
          actions={[{ label: props.texts.discard, run: discard }]}
        />
      ) : null}
    </div>
  );
}

function keep(name: string, value: Texts): void {
  if (isFilled(value)) keepDraft(name, { value, base: "" });
  else forgetDraft(name);
}
