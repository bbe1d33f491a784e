import {
  ChartBarBig,
  ClipboardPen,
  Flag,
  Gauge,
  UserCog,
  UsersRound,
  type LucideIcon,
} from "lucide-react";

import type { ScreenKey } from "@/lib/navigation";

const icons: Record<ScreenKey, LucideIcon> = {
  summary: Gauge,
  coverage: ChartBarBig,
  entry: ClipboardPen,
  targets: UsersRound,
  campaigns: Flag,
  people: UserCog,
};

export function ScreenIcon(props: { readonly screen: ScreenKey; readonly className?: string }) {
  const Icon = icons[props.screen];
  return <Icon aria-hidden className={props.className} />;
}
