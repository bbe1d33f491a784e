"use client";

import { startTransition, useEffect, useEffectEvent, useRef, type RefObject } from "react";

import type { CampaignDraft } from "@/lib/campaign/draft";

/** How long nothing is typed before what was typed is saved. */
const restMs = 2_000;

/**
 * Saves a step by itself once nothing was typed for two seconds, and when its page is left.
 *
 * @returns to be called when the form is sent: nothing is left to be saved then.
 */
export function useSavedByItself(props: {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly draft: CampaignDraft;
  readonly save: (form: FormData) => void;
  readonly state: { readonly status: string };
}): () => void {
  const saved = useRef(props.draft);
  const saveNow = useEffectEvent(() => {
    // What was saved elsewhere is asked about first.
    if (!props.form.current || props.state.status === "rejected") return;
    saved.current = props.draft;
    const sent = new FormData(props.form.current);
    startTransition(() => props.save(sent));
  });

  useEffect(() => {
    if (props.draft === saved.current) return;
    const timer = setTimeout(saveNow, restMs);
    return () => clearTimeout(timer);
  }, [props.draft]);

  useEffect(() => {
    const left = () => {
      if (props.draft !== saved.current) saveNow();
    };
    window.addEventListener("pagehide", left);
    return () => window.removeEventListener("pagehide", left);
  }, [props.draft]);

  return () => {
    saved.current = props.draft;
  };
}
