"use client";

import dynamic from "next/dynamic";

/** The card with its own scripts, which a list and a grid do without until one is opened. */
export const LaterVillageCard = dynamic(() =>
  import("./village-card").then((module) => module.VillageCard),
);
