"use client";

import {
  startTransition,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  type RefObject,
} from "react";

import type { CampaignDraft } from "@/lib/campaign/draft";

/** How long nothing is typed before what was typed is saved. */
const restMs = 2_000;

/** How long after one that did not arrive it is tried again. */
const retryMs = 10_000;

/**
 * Saves a step by itself once nothing was typed for two seconds, and as soon as its page is left or hidden.
 *
 * @returns to be called when the form is sent: nothing is left to be saved then.
 */
export function useSavedByItself(props: {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly draft: CampaignDraft;
  readonly save: (form: FormData) => void;
  readonly state: { readonly status: string };
}): () => void {
  const saved = useRef<CampaignDraft | null>(props.draft);
  const saveTyped = useEffectEvent(() => {
    // What was saved elsewhere is asked about first.
    if (!props.form.current || props.state.status === "rejected") return;
    if (props.draft === saved.current) return;
    saved.current = props.draft;
    const sent = new FormData(props.form.current);
    startTransition(() => props.save(sent));
  });

  useEffect(() => {
    const timer = setTimeout(saveTyped, restMs);
    return () => clearTimeout(timer);
  }, [props.draft]);

  // What did not arrive is sent again, and the page warns before it is left with it.
  const isUnreached = props.state.status === "unreached";
  const trySend = useEffectEvent(() => {
    saved.current = null;
    saveTyped();
  });
  useEffect(() => {
    if (!isUnreached) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const timer = setTimeout(trySend, retryMs);
    window.addEventListener("online", trySend);
    window.addEventListener("beforeunload", warn);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", trySend);
      window.removeEventListener("beforeunload", warn);
    };
  }, [isUnreached, props.state]);

  useEffect(() => {
    // A link and another form of the page lead on without leaving it: what they show reads the draft.
    const followed = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a[href]")) saveTyped();
    };
    const sent = ({ target }: SubmitEvent) => {
      if (target !== props.form.current) saveTyped();
    };
    const hidden = () => {
      if (document.visibilityState === "hidden") saveTyped();
    };
    document.addEventListener("click", followed, true);
    document.addEventListener("submit", sent, true);
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("pagehide", saveTyped);
    return () => {
      document.removeEventListener("click", followed, true);
      document.removeEventListener("submit", sent, true);
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("pagehide", saveTyped);
    };
  }, [props.form]);

  // Back and forward. Its fields are there until the layout's effects are gone.
  useLayoutEffect(() => () => saveTyped(), []);

  return () => {
    saved.current = props.draft;
  };
}
