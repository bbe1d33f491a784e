-- A goal holds from a day on, of the whole or in each unit, or is none. What a campaign had holds from
-- its first day, so that every day that was ever judged is judged as it was.

-- CreateTable
CREATE TABLE "goal" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "intervention_code" TEXT NOT NULL,
    "id" SERIAL NOT NULL,
    "from_day" DATE NOT NULL,
    "share" DECIMAL(5,4),
    "scope" TEXT NOT NULL DEFAULT 'whole',
    "decree" TEXT,
    "reason" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("district_code","campaign_id","intervention_code","id")
);

-- CreateTable
CREATE TABLE "gate" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "gate_pkey" PRIMARY KEY ("district_code","campaign_id","code")
);

-- CreateTable
CREATE TABLE "gate_term" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "gate_code" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "intervention_code" TEXT NOT NULL,
    "target_group_code" TEXT,
    "at_least" DECIMAL(5,4) NOT NULL,

    CONSTRAINT "gate_term_pkey" PRIMARY KEY ("district_code","campaign_id","gate_code","position")
);

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_district_code_campaign_id_intervention_code_fkey" FOREIGN KEY ("district_code", "campaign_id", "intervention_code") REFERENCES "intervention"("district_code", "campaign_id", "code") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "gate" ADD CONSTRAINT "gate_district_code_campaign_id_fkey" FOREIGN KEY ("district_code", "campaign_id") REFERENCES "campaign"("district_code", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "gate_term" ADD CONSTRAINT "gate_term_district_code_campaign_id_gate_code_fkey" FOREIGN KEY ("district_code", "campaign_id", "gate_code") REFERENCES "gate"("district_code", "campaign_id", "code") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "gate_term" ADD CONSTRAINT "gate_term_district_code_campaign_id_intervention_code_fkey" FOREIGN KEY ("district_code", "campaign_id", "intervention_code") REFERENCES "intervention"("district_code", "campaign_id", "code") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "gate_term" ADD CONSTRAINT "gate_term_district_code_campaign_id_intervention_code_targ_fkey" FOREIGN KEY ("district_code", "campaign_id", "intervention_code", "target_group_code") REFERENCES "intervention_target_group"("district_code", "campaign_id", "intervention_code", "target_group_code") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "goal"
  ADD CONSTRAINT "goal_share" CHECK ("share" > 0 AND "share" <= 1),
  ADD CONSTRAINT "goal_scope" CHECK ("scope" IN ('whole', 'each'));
ALTER TABLE "gate" ADD CONSTRAINT "gate_code" CHECK ("code" ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$');
ALTER TABLE "gate_term" ADD CONSTRAINT "gate_term_at_least" CHECK ("at_least" > 0 AND "at_least" <= 1);

INSERT INTO "goal" ("district_code", "campaign_id", "intervention_code", "from_day", "share", "created_at")
SELECT "campaign"."district_code", "campaign"."id", "intervention"."code", "campaign"."starts_on",
       "intervention"."coverage_goal", "campaign"."created_at"
FROM "intervention"
JOIN "campaign" ON "campaign"."district_code" = "intervention"."district_code"
  AND "campaign"."id" = "intervention"."campaign_id"
ORDER BY 1, 2, "intervention"."position";

ALTER TABLE "intervention" DROP COLUMN "coverage_goal";

-- Written once and never again: another goal is another row.
REVOKE UPDATE, DELETE ON "goal" FROM cakupan_app;
