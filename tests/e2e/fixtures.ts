import { test as base, type APIRequestContext } from "@playwright/test";

import type { Role } from "@/lib/account/auth/policy";

import { makeCampaign, type CampaignPlan, type OwnCampaign } from "./support/campaign";
import { claimKabupaten, type Kabupaten } from "./support/country";
import { insertPerson, type NewPerson } from "./support/person";
import { demoPassword, signInCall, type Cookies } from "./support/session";
import { watch, type Expected } from "./support/watch";

/** One of the demo people by user name, or somebody new. */
type Who = string | NewPerson;

export type SessionOf = (who: Who) => Promise<Cookies>;

type Fixtures = {
  /** Signs in without the sign-in page, which has stories of its own. */
  readonly signIn: (who: Who) => Promise<void>;
  /** Says that this story brings something about that would otherwise fail it. */
  readonly expectIncident: (what: Expected) => void;
  /** A kabupaten or kota that no other story uses; its first kecamatan has so many villages, or 6. */
  readonly newKabupaten: (villages?: number) => Promise<Kabupaten>;
  /** A campaign in a kabupaten of its own; running unless told otherwise. */
  readonly newCampaign: (plan?: CampaignPlan) => Promise<OwnCampaign>;
  /** Someone of a role and region, with a password of their own. */
  readonly newPerson: (role: Role, regionCode: string) => Promise<NewPerson>;
  /** Someone new who heads an office of a kabupaten, whose register has it. */
  readonly headOf: (districtCode: string, officeCode: string) => Promise<NewPerson>;
  /** Someone new who heads the kecamatan that a story's campaign is in, but for one village. */
  readonly camatOf: (where: { readonly kabupaten: Kabupaten }) => Promise<NewPerson>;
  /** Someone new at the health office of the kabupaten. */
  readonly officeOf: (where: { readonly kabupaten: Kabupaten }) => Promise<NewPerson>;
  readonly quiet: undefined;
};

type WorkerFixtures = {
  /** The cookies of someone's session: one sign-in a worker each. */
  readonly sessionOf: SessionOf;
  /** Calls of the administrator, for what a story stands on. */
  readonly admin: APIRequestContext;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  admin: [
    async ({ playwright }, provide, { project }) => {
      const { baseURL } = project.use;
      const request = await playwright.request.newContext(baseURL === undefined ? {} : { baseURL });
      await signInCall(request, "admin", demoPassword);
      await provide(request);
      await request.dispose();
    },
    { scope: "worker" },
  ],

  sessionOf: [
    async ({ playwright }, provide, { project }) => {
      const { baseURL } = project.use;
      const sessions = new Map<string, Promise<Cookies>>();
      await provide((who) => {
        const { username, password } =
          typeof who === "string" ? { username: who, password: demoPassword } : who;
        const found = sessions.get(username) ?? freshSession(username, password);
        sessions.set(username, found);
        return found;
      });

      async function freshSession(username: string, password: string): Promise<Cookies> {
        const request = await playwright.request.newContext({ baseURL: String(baseURL) });
        try {
          return await signInCall(request, username, password);
        } finally {
          await request.dispose();
        }
      }
    },
    { scope: "worker" },
  ],

  signIn: async ({ context, sessionOf }, provide) => {
    await provide(async (who) => {
      await context.addCookies(await sessionOf(who));
    });
  },

  newPerson: async ({}, provide) => {
    await provide((role, regionCode) => insertPerson(role, regionCode));
  },

  headOf: async ({}, provide) => {
    await provide((districtCode, officeCode) => insertPerson("unitHead", districtCode, officeCode));
  },

  camatOf: async ({ newPerson }, provide) => {
    await provide(({ kabupaten }) => newPerson("subdistrictHead", kabupaten.kecamatan.code));
  },

  officeOf: async ({ newPerson }, provide) => {
    await provide(({ kabupaten }) => newPerson("healthOffice", kabupaten.code));
  },

  newKabupaten: async ({}, provide, { project }) => {
    await provide((villages = 6) => claimKabupaten(project.outputDir, villages));
  },

  newCampaign: async ({ admin, newKabupaten }, provide) => {
    await provide(async (plan) => makeCampaign(admin, await newKabupaten(), plan));
  },

  expectIncident: async ({ context, baseURL, javaScriptEnabled }, provide) => {
    const watched = watch(context, new URL(String(baseURL)).origin, javaScriptEnabled ?? true);
    await provide(watched.expect);
    expect(watched.complaints).toEqual([]);
  },

  // Every story is watched, whether it asks for it or not.
  quiet: [
    async ({ expectIncident }, provide) => {
      void expectIncident;
      await provide(undefined);
    },
    { auto: true },
  ],
});

export const expect = test.expect;
