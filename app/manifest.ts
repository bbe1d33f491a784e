import type { MetadataRoute } from "next";

import { routes } from "@/lib/base/routes";

/**
 * How a phone installs the application. It is one for everybody, so it is in Indonesian, and it
 * starts where each role does; without a connection the worker leads from there to entry.
 */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: routes.home,
    name: "Cakupan",
    short_name: "Cakupan",
    description: "Pencatatan dan pemantauan kampanye kesehatan tingkat kabupaten.",
    lang: "id",
    dir: "ltr",
    start_url: routes.home,
    scope: "/",
    display: "standalone",
    background_color: "#f4f6f5",
    theme_color: "#0c3b40",
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
