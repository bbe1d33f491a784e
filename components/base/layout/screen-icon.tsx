import {
  CalendarCheck2,
  ChartBarBig,
  ClipboardPen,
  Flag,
  Gauge,
  History,
  SearchCheck,
  ShieldCheck,
  UserCog,
  UsersRound,
  type LucideIcon,
} from "lucide-react";

import type { ScreenKey } from "@/lib/account/navigation";

const icons: Record<ScreenKey, LucideIcon> = {
  summary: Gauge,
  coverage: ChartBarBig,
  completeness: CalendarCheck2,
  quality: SearchCheck,
  verification: ShieldCheck,
  entry: ClipboardPen,
  targets: UsersRound,
  campaigns: Flag,
  people: UserCog,
  audit: History,
};

export function ScreenIcon(props: { readonly screen: ScreenKey; readonly className?: string }) {
  const Icon = icons[props.screen];
  return <Icon aria-hidden className={props.className} />;
}
