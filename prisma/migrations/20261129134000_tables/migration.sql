-- The tables of schema.prisma. Takes the place of the fourteen migrations of version 0.1.0: where
-- those have been applied, this and the next one have nothing to do (migrations/folded.json).

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "parent_code" TEXT,
    "level" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "grid_row" SMALLINT,
    "grid_column" SMALLINT,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "username" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "home_region_code" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "password_reset_at" TIMESTAMPTZ,
    "password_reset_by" TEXT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ,
    "entry_figures" TEXT NOT NULL DEFAULT 'daily',

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "browser" TEXT,
    "system" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_device" (
    "device_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "first_sign_in_at" TIMESTAMPTZ NOT NULL,
    "last_sign_in_at" TIMESTAMPTZ NOT NULL,
    "believed_from" TIMESTAMPTZ,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("device_id","user_id")
);

-- CreateTable
CREATE TABLE "last_contact" (
    "user_id" UUID NOT NULL,
    "believed_from" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "last_contact_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "campaign" (
    "district_code" TEXT NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legal_basis" TEXT,
    "source_name" TEXT,
    "source_url" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "report_cut_off" TIME(0) NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "deciding_target_source" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usual_deviations" DECIMAL(4,1) NOT NULL DEFAULT 3,
    "most_target_share" DECIMAL(5,4) NOT NULL DEFAULT 0.35,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("district_code","id")
);

-- CreateTable
CREATE TABLE "round" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "planned_starts_on" DATE NOT NULL,
    "planned_ends_on" DATE NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "sweeping_ends_on" DATE,

    CONSTRAINT "round_pkey" PRIMARY KEY ("district_code","campaign_id","number")
);

-- CreateTable
CREATE TABLE "intervention" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "coverage_goal" DECIMAL(5,4) NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "intervention_pkey" PRIMARY KEY ("district_code","campaign_id","code")
);

-- CreateTable
CREATE TABLE "target_group" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "target_group_pkey" PRIMARY KEY ("district_code","campaign_id","code")
);

-- CreateTable
CREATE TABLE "intervention_target_group" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "intervention_code" TEXT NOT NULL,
    "target_group_code" TEXT NOT NULL,

    CONSTRAINT "intervention_target_group_pkey" PRIMARY KEY ("district_code","campaign_id","intervention_code","target_group_code")
);

-- CreateTable
CREATE TABLE "reporting_unit" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "region_code" TEXT NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "inhabitants" INTEGER,
    "reports_from" DATE,

    CONSTRAINT "reporting_unit_pkey" PRIMARY KEY ("district_code","campaign_id","code")
);

-- CreateTable
CREATE TABLE "target_set" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "id" SERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "decree" TEXT,
    "file_name" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_set_pkey" PRIMARY KEY ("district_code","campaign_id","id")
);

-- CreateTable
CREATE TABLE "target_population" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "target_set_id" INTEGER NOT NULL,
    "unit_code" TEXT NOT NULL,
    "intervention_code" TEXT NOT NULL,
    "target_group_code" TEXT NOT NULL,
    "round_number" SMALLINT NOT NULL DEFAULT 0,
    "people" INTEGER NOT NULL,

    CONSTRAINT "target_population_pkey" PRIMARY KEY ("district_code","campaign_id","target_set_id","unit_code","intervention_code","target_group_code","round_number")
);

-- CreateTable
CREATE TABLE "submission" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "round_number" SMALLINT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "content" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "submitted_by" UUID,
    "submitted_at" TIMESTAMPTZ NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "via" TEXT NOT NULL,
    "reason_code" TEXT,
    "reason_note" TEXT,
    "conflict_kept" TEXT,
    "figures" TEXT NOT NULL DEFAULT 'daily',
    "is_zero" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("district_code","campaign_id","id")
);

-- CreateTable
CREATE TABLE "daily_report" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "round_number" SMALLINT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "submission_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "is_zero" BOOLEAN NOT NULL DEFAULT false,
    "is_on_time" BOOLEAN NOT NULL,
    "is_sweeping" BOOLEAN NOT NULL DEFAULT false,
    "first_received_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_by" UUID,
    "status" TEXT NOT NULL DEFAULT 'submitted',
    "status_at" TIMESTAMPTZ,
    "status_by" UUID,
    "return_reason" TEXT,

    CONSTRAINT "daily_report_pkey" PRIMARY KEY ("district_code","campaign_id","round_number","unit_code","day")
);

-- CreateTable
CREATE TABLE "tally" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "round_number" SMALLINT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "intervention_code" TEXT NOT NULL,
    "target_group_code" TEXT NOT NULL,
    "residents" INTEGER NOT NULL,
    "non_residents" INTEGER NOT NULL DEFAULT 0,
    "submission_id" UUID NOT NULL,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("district_code","campaign_id","round_number","unit_code","day","intervention_code","target_group_code")
);

-- CreateTable
CREATE TABLE "tally_history" (
    "district_code" TEXT NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "campaign_id" UUID NOT NULL,
    "round_number" SMALLINT NOT NULL,
    "unit_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "intervention_code" TEXT NOT NULL,
    "target_group_code" TEXT NOT NULL,
    "residents_before" INTEGER NOT NULL,
    "non_residents_before" INTEGER NOT NULL,
    "residents_after" INTEGER,
    "non_residents_after" INTEGER,
    "submission_before" UUID NOT NULL,
    "submission_after" UUID,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tally_history_pkey" PRIMARY KEY ("district_code","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "district_code" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "campaign_id" UUID,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "recorded_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "previous_hash" TEXT NOT NULL,
    "entry_hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("district_code","id")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "district_code" TEXT NOT NULL,
    "last_id" BIGINT NOT NULL,
    "last_hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("district_code")
);

-- CreateTable
CREATE TABLE "place_total" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "round_number" SMALLINT NOT NULL,
    "place_kind" TEXT NOT NULL,
    "place_code" TEXT NOT NULL,
    "intervention_code" TEXT NOT NULL,
    "target_group_code" TEXT NOT NULL,
    "residents" BIGINT NOT NULL,
    "non_residents" BIGINT NOT NULL,
    "unverified" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "place_total_pkey" PRIMARY KEY ("district_code","campaign_id","round_number","place_kind","place_code","intervention_code","target_group_code")
);

-- CreateTable
CREATE TABLE "place_day_total" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "round_number" SMALLINT NOT NULL,
    "place_kind" TEXT NOT NULL,
    "place_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "intervention_code" TEXT NOT NULL,
    "target_group_code" TEXT NOT NULL,
    "residents" BIGINT NOT NULL,
    "non_residents" BIGINT NOT NULL,
    "unverified" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "place_day_total_pkey" PRIMARY KEY ("district_code","campaign_id","round_number","place_kind","place_code","day","intervention_code","target_group_code")
);

-- CreateTable
CREATE TABLE "place_reports" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "round_number" SMALLINT NOT NULL,
    "place_kind" TEXT NOT NULL,
    "place_code" TEXT NOT NULL,
    "received" BIGINT NOT NULL,
    "on_time" BIGINT NOT NULL,
    "verified" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "place_reports_pkey" PRIMARY KEY ("district_code","campaign_id","round_number","place_kind","place_code")
);

-- CreateTable
CREATE TABLE "place_day_reports" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "round_number" SMALLINT NOT NULL,
    "place_kind" TEXT NOT NULL,
    "place_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "received" BIGINT NOT NULL,
    "on_time" BIGINT NOT NULL,
    "verified" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "place_day_reports_pkey" PRIMARY KEY ("district_code","campaign_id","round_number","place_kind","place_code","day")
);

-- CreateTable
CREATE TABLE "place_target" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "round_number" SMALLINT NOT NULL,
    "place_kind" TEXT NOT NULL,
    "place_code" TEXT NOT NULL,
    "intervention_code" TEXT NOT NULL,
    "target_group_code" TEXT NOT NULL,
    "people" BIGINT NOT NULL,
    "units" INTEGER NOT NULL,

    CONSTRAINT "place_target_pkey" PRIMARY KEY ("district_code","campaign_id","source","round_number","place_kind","place_code","intervention_code","target_group_code")
);

-- CreateTable
CREATE TABLE "day_reopening" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "asked_by" UUID,
    "asked_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ask_reason" TEXT NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ,
    "decision" TEXT,
    "decision_note" TEXT,
    "opens_until" TIMESTAMPTZ,

    CONSTRAINT "day_reopening_pkey" PRIMARY KEY ("district_code","campaign_id","id")
);

-- CreateTable
CREATE TABLE "day_note" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "day_note_pkey" PRIMARY KEY ("district_code","campaign_id","id")
);

-- CreateTable
CREATE TABLE "stated_total" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place_code" TEXT NOT NULL,
    "intervention_code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "is_cumulative" BOOLEAN NOT NULL,
    "doses" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stated_total_pkey" PRIMARY KEY ("district_code","campaign_id","id")
);

-- CreateTable
CREATE TABLE "finding_note" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "noted_by" UUID,
    "noted_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_note_pkey" PRIMARY KEY ("district_code","campaign_id","rule","subject")
);

-- CreateTable
CREATE TABLE "import_refusal" (
    "district_code" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "file_name" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "unit_code" TEXT,
    "day_text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "imported_by" UUID,
    "imported_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_refusal_pkey" PRIMARY KEY ("district_code","campaign_id","id")
);

-- CreateIndex
CREATE INDEX "region_parent_code_idx" ON "region"("parent_code");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_username_key" ON "app_user"("username");

-- CreateIndex
CREATE INDEX "app_user_home_region_code_idx" ON "app_user"("home_region_code");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "known_device_user_id_idx" ON "known_device"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_slug_key" ON "campaign"("slug");

-- CreateIndex
CREATE INDEX "reporting_unit_district_code_campaign_id_subdistrict_code_idx" ON "reporting_unit"("district_code", "campaign_id", "subdistrict_code");

-- CreateIndex
CREATE INDEX "submission_district_code_campaign_id_unit_code_day_idx" ON "submission"("district_code", "campaign_id", "unit_code", "day");

-- CreateIndex
CREATE INDEX "daily_report_district_code_campaign_id_received_at_idx" ON "daily_report"("district_code", "campaign_id", "received_at" DESC);

-- CreateIndex
CREATE INDEX "daily_report_district_code_campaign_id_day_idx" ON "daily_report"("district_code", "campaign_id", "day");

-- CreateIndex
CREATE INDEX "daily_report_district_code_campaign_id_status_day_idx" ON "daily_report"("district_code", "campaign_id", "status", "day");

-- CreateIndex
CREATE INDEX "tally_district_code_campaign_id_day_idx" ON "tally"("district_code", "campaign_id", "day");

-- CreateIndex
CREATE INDEX "tally_history_district_code_campaign_id_unit_code_day_idx" ON "tally_history"("district_code", "campaign_id", "unit_code", "day");

-- CreateIndex
CREATE INDEX "audit_entry_district_code_recorded_at_idx" ON "audit_entry"("district_code", "recorded_at");

-- CreateIndex
CREATE INDEX "audit_entry_district_code_actor_id_id_idx" ON "audit_entry"("district_code", "actor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_district_code_action_id_idx" ON "audit_entry"("district_code", "action", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_district_code_subject_id_idx" ON "audit_entry"("district_code", "subject", "id" DESC);

-- CreateIndex
CREATE INDEX "day_reopening_district_code_campaign_id_place_code_day_idx" ON "day_reopening"("district_code", "campaign_id", "place_code", "day");

-- CreateIndex
CREATE INDEX "day_note_district_code_campaign_id_day_idx" ON "day_note"("district_code", "campaign_id", "day");

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "region"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_home_region_code_fkey" FOREIGN KEY ("home_region_code") REFERENCES "region"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "last_contact" ADD CONSTRAINT "last_contact_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "region"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_district_code_campaign_id_fkey" FOREIGN KEY ("district_code", "campaign_id") REFERENCES "campaign"("district_code", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "intervention" ADD CONSTRAINT "intervention_district_code_campaign_id_fkey" FOREIGN KEY ("district_code", "campaign_id") REFERENCES "campaign"("district_code", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_group" ADD CONSTRAINT "target_group_district_code_campaign_id_fkey" FOREIGN KEY ("district_code", "campaign_id") REFERENCES "campaign"("district_code", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "intervention_target_group" ADD CONSTRAINT "intervention_target_group_district_code_campaign_id_interv_fkey" FOREIGN KEY ("district_code", "campaign_id", "intervention_code") REFERENCES "intervention"("district_code", "campaign_id", "code") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "intervention_target_group" ADD CONSTRAINT "intervention_target_group_district_code_campaign_id_target_fkey" FOREIGN KEY ("district_code", "campaign_id", "target_group_code") REFERENCES "target_group"("district_code", "campaign_id", "code") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reporting_unit" ADD CONSTRAINT "reporting_unit_district_code_campaign_id_fkey" FOREIGN KEY ("district_code", "campaign_id") REFERENCES "campaign"("district_code", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reporting_unit" ADD CONSTRAINT "reporting_unit_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reporting_unit" ADD CONSTRAINT "reporting_unit_subdistrict_code_fkey" FOREIGN KEY ("subdistrict_code") REFERENCES "region"("code") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_set" ADD CONSTRAINT "target_set_district_code_campaign_id_fkey" FOREIGN KEY ("district_code", "campaign_id") REFERENCES "campaign"("district_code", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_population" ADD CONSTRAINT "target_population_district_code_campaign_id_target_set_id_fkey" FOREIGN KEY ("district_code", "campaign_id", "target_set_id") REFERENCES "target_set"("district_code", "campaign_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_population" ADD CONSTRAINT "target_population_district_code_campaign_id_unit_code_fkey" FOREIGN KEY ("district_code", "campaign_id", "unit_code") REFERENCES "reporting_unit"("district_code", "campaign_id", "code") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "target_population" ADD CONSTRAINT "target_population_district_code_campaign_id_intervention_c_fkey" FOREIGN KEY ("district_code", "campaign_id", "intervention_code", "target_group_code") REFERENCES "intervention_target_group"("district_code", "campaign_id", "intervention_code", "target_group_code") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "daily_report" ADD CONSTRAINT "daily_report_district_code_campaign_id_round_number_fkey" FOREIGN KEY ("district_code", "campaign_id", "round_number") REFERENCES "round"("district_code", "campaign_id", "number") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "daily_report" ADD CONSTRAINT "daily_report_district_code_campaign_id_unit_code_fkey" FOREIGN KEY ("district_code", "campaign_id", "unit_code") REFERENCES "reporting_unit"("district_code", "campaign_id", "code") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tally" ADD CONSTRAINT "tally_district_code_campaign_id_round_number_unit_code_day_fkey" FOREIGN KEY ("district_code", "campaign_id", "round_number", "unit_code", "day") REFERENCES "daily_report"("district_code", "campaign_id", "round_number", "unit_code", "day") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "tally" ADD CONSTRAINT "tally_district_code_campaign_id_intervention_code_target_g_fkey" FOREIGN KEY ("district_code", "campaign_id", "intervention_code", "target_group_code") REFERENCES "intervention_target_group"("district_code", "campaign_id", "intervention_code", "target_group_code") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "day_reopening" ADD CONSTRAINT "day_reopening_district_code_campaign_id_fkey" FOREIGN KEY ("district_code", "campaign_id") REFERENCES "campaign"("district_code", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "day_note" ADD CONSTRAINT "day_note_district_code_campaign_id_fkey" FOREIGN KEY ("district_code", "campaign_id") REFERENCES "campaign"("district_code", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "stated_total" ADD CONSTRAINT "stated_total_district_code_campaign_id_fkey" FOREIGN KEY ("district_code", "campaign_id") REFERENCES "campaign"("district_code", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "finding_note" ADD CONSTRAINT "finding_note_district_code_campaign_id_fkey" FOREIGN KEY ("district_code", "campaign_id") REFERENCES "campaign"("district_code", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_refusal" ADD CONSTRAINT "import_refusal_district_code_campaign_id_fkey" FOREIGN KEY ("district_code", "campaign_id") REFERENCES "campaign"("district_code", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
