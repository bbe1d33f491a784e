"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";

import { Logo } from "@/components/base/layout/logo";
import { Failure } from "@/components/base/ui/failure";
import english from "@/lib/base/i18n/messages/en/failure.json";
import indonesian from "@/lib/base/i18n/messages/id/failure.json";
import { withOneValue } from "@/lib/base/i18n/one-value";
import { routes } from "@/lib/base/routes";

/** After how long a page that the server could not draw is asked for again. */
const retrySeconds = 10;

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
  const { reset } = props;
  const router = useRouter();
  // What the server could not do has a number; without one the page itself went wrong.
  const isServers = digest !== undefined;
  const words = isServers ? text : { ...text, ...text.page };

  useEffect(() => {
    if (!isServers) return undefined;
    const timer = setInterval(() => askAgain(router, reset), retrySeconds * 1_000);
    return () => clearInterval(timer);
  }, [isServers, router, reset]);

  return (
    <>
      <header className="on-bar bg-bar text-bar-ink">
        <div className="flex h-13 items-center px-4 tablet:px-6">
          {/* No Link: every page carries this one, and after a failure all is to be asked anew. */}
          <a
            href={routes.home}
            className="flex items-center gap-3 text-section font-semibold text-bar-ink no-underline"
          >
            <Logo />
            Cakupan
          </a>
        </div>
      </header>
      <main id="isi">
        <Failure
          title={words.title}
          text={words.text}
          retry={text.retry}
          retrying={isServers ? withOneValue(text.retrying, String(retrySeconds)) : null}
          incident={isServers ? withOneValue(text.incident, digest) : null}
          onRetry={() => (isServers ? askAgain(router, reset) : reset())}
        />
      </main>
    </>
  );
}

/** The server's answer is asked for anew: `reset` alone draws the failed one again. */
function askAgain(router: ReturnType<typeof useRouter>, reset: () => void): void {
  startTransition(() => {
    router.refresh();
    reset();
  });
}
