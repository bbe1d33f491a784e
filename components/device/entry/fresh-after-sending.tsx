"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

import { useOutbox } from "@/components/device/outbox/use-outbox";
import { isSlowLine } from "@/lib/device/offline/slow-line";
import { isLive } from "@/lib/device/outbox/mutation";

/** After the last of several that arrived one by one. */
const rest = 2_500;
/** The same while somebody types: what is new is beside the grid, and can wait. */
const restTyping = 10_000;

/**
 * Reads the page again once reports of this device arrived after it was drawn: the list, the notices
 * and the counts of open work are over. Not on a slow line, which the next step needs for itself, and
 * never at once: a reading that fails loads the whole page anew, and would take away the step that
 * somebody has just pressed.
 *
 * @param slug the campaign that the page is about; null: all of them.
 * @param drawnAt ISO, by the server's clock.
 */
export function FreshAfterSending(props: {
  readonly actorId: string;
  readonly slug: string | null;
  readonly drawnAt: string;
}) {
  const { slug, drawnAt } = props;
  const router = useRouter();
  const mutations = useOutbox(props.actorId)?.view.mutations ?? [];
  const last = mutations
    .flatMap((each) =>
      isLive(each) || (slug !== null && each.slug !== slug) ? [] : [each.state.at],
    )
    .reduce((latest, at) => (Date.parse(at) > Date.parse(latest) ? at : latest), drawnAt);

  useEffect(() => {
    if (last === drawnAt || isSlowLine()) return;
    const isTyping = document.activeElement instanceof HTMLInputElement;
    const timer = setTimeout(() => router.refresh(), isTyping ? restTyping : rest);
    return () => clearTimeout(timer);
  }, [last, drawnAt, router]);

  return null;
}
