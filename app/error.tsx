"use client";

import { Failure } from "@/components/ui/failure";
import english from "@/lib/i18n/messages/en/failure.json";
import indonesian from "@/lib/i18n/messages/id/failure.json";

/**
 * A page that failed. It brings its own sentences: the server that would hand them out may be what
 * failed, and every page carries this one, so it is small.
 */
export default function ErrorPage(props: {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}) {
  const isEnglish = typeof document !== "undefined" && document.documentElement.lang === "en";
  const text = isEnglish ? english : indonesian;
  const { digest } = props.error;
  // What the server could not do has a number; without one the page itself went wrong.
  const words = digest === undefined ? { ...text, ...text.page } : text;
  return (
    <main id="isi">
      <Failure
        title={words.title}
        text={words.text}
        retry={text.retry}
        incident={digest === undefined ? null : text.incident.replace("{id}", digest)}
        onRetry={props.reset}
      />
    </main>
  );
}
