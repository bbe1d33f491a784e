import { ClientMessages } from "@/components/base/layout/client-messages";
import { OfflineToday } from "@/components/device/offline/offline-today";
import { ownPlaceName } from "@/lib/account/auth/policy";

import { Shell } from "../../shell";
import { openToday } from "../open-today";

export { generateMetadata } from "../page";

/**
 * What a device shows at *Hari ini* when it has no connection. The worker keeps it for one person; it
 * holds no figures, those come from the kits of the device.
 */
export default async function OfflineTodayPage() {
  const { actor } = await openToday();
  return (
    <Shell actor={actor} current="today">
      <ClientMessages of={["today", "places", "common", "offline", "outbox"]} isForEntry>
        <OfflineToday actorId={actor.id} place={ownPlaceName(actor)} />
      </ClientMessages>
    </Shell>
  );
}
