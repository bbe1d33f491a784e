import {
  Briefcase,
  GraduationCap,
  House,
  Store,
  Truck,
  Users,
  type LucideIcon,
} from "lucide-react";

import type { SessionMode } from "@/lib/plan/plan";

const icons: Readonly<Record<SessionMode, LucideIcon>> = {
  post: Store,
  outreach: Truck,
  mass: Users,
  workplace: Briefcase,
  school: GraduationCap,
  sweeping: House,
};

/** How people are reached, as decoration: a word stands beside it. */
export function ModeIcon(props: { readonly mode: SessionMode; readonly className?: string }) {
  const Icon = icons[props.mode];
  return <Icon aria-hidden className={props.className ?? "size-4 shrink-0 text-ink2"} />;
}
