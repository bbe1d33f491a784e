"use client";

import { lazy, Suspense, useRef, useState, type ReactNode } from "react";

import type { Leaving } from "@/lib/device/offline/leave";

const SignOutDialog = lazy(async () => ({
  default: (await import("./sign-out-dialog")).SignOutDialog,
}));

/**
 * Signing out. What the device keeps of the person goes first, and what is unsent is asked about.
 * Without scripts nothing was kept, and it is a plain form.
 */
export function SignOutForm(props: {
  readonly actorId: string;
  readonly action: () => Promise<void>;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const { actorId } = props;
  const form = useRef<HTMLFormElement>(null);
  const isCleared = useRef(false);
  const [obstacle, setObstacle] = useState<Exclude<Leaving, { kind: "free" }> | null>(null);

  async function look(): Promise<void> {
    const { lookBeforeLeaving } = await import("@/lib/device/offline/leave");
    const found = await lookBeforeLeaving(actorId);
    if (found.kind === "free") await leave();
    else setObstacle(found);
  }

  async function leave(): Promise<void> {
    const { clearForLeaving } = await import("@/lib/device/offline/leave");
    if (!(await clearForLeaving(actorId))) {
      setObstacle({ kind: "noNetwork" });
      return;
    }
    isCleared.current = true;
    setObstacle(null);
    form.current?.requestSubmit();
    // Should the server not end the session after all, the next press looks again.
    isCleared.current = false;
  }

  return (
    <>
      <form
        ref={form}
        action={props.action}
        className={props.className}
        onSubmit={(event) => {
          if (isCleared.current) return;
          event.preventDefault();
          void look().catch(() => setObstacle({ kind: "noNetwork" }));
        }}
      >
        {props.children}
      </form>
      {obstacle ? (
        <Suspense fallback={null}>
          <SignOutDialog
            obstacle={obstacle}
            actorId={actorId}
            onLeave={() => void leave()}
            onClose={() => setObstacle(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
