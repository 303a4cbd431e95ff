CREATE SCHEMA "negar";
--> statement-breakpoint
CREATE TABLE "negar"."alt_texts" (
	"item_id" integer NOT NULL,
	"version" integer NOT NULL,
	"parent" integer,
	"action" text NOT NULL,
	"state" text NOT NULL,
	"text" text NOT NULL,
	"reviewer" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alt_texts_item_id_version_pk" PRIMARY KEY("item_id","version")
);
--> statement-breakpoint
CREATE TABLE "negar"."caption_runs" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "negar"."caption_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"image_hash" text NOT NULL,
	"model" text NOT NULL,
	"model_version" text NOT NULL,
	"options" text NOT NULL,
	"candidates" jsonb NOT NULL,
	"confidence" double precision NOT NULL,
	"hedged" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "caption_runs_imageHash_model_modelVersion_options_unique" UNIQUE("image_hash","model","model_version","options")
);
--> statement-breakpoint
CREATE TABLE "negar"."collections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"keep_originals" boolean DEFAULT false NOT NULL,
	"house_rules" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "negar"."images" (
	"hash" text PRIMARY KEY NOT NULL,
	"byte_count" integer NOT NULL,
	"type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"thumbnail" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "negar"."items" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "negar"."items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"collection_id" uuid NOT NULL,
	"image_hash" text NOT NULL,
	"run_id" integer NOT NULL,
	"cached" boolean NOT NULL,
	"job_item_id" integer,
	"batch" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"sort_key" text NOT NULL,
	"source" jsonb NOT NULL,
	"present_alt" text,
	"context" text,
	"confidence" double precision NOT NULL,
	"alt" text NOT NULL,
	"alt_length" integer NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"reviewer" text,
	"warnings" text[] NOT NULL,
	"search" "tsvector" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "items_jobItemId_unique" UNIQUE("job_item_id")
);
--> statement-breakpoint
CREATE TABLE "negar"."job_items" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "negar"."job_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"job_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"source" jsonb NOT NULL,
	"present_alt" text,
	"context" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error_code" text,
	"error_message" text,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "job_items_jobId_key_unique" UNIQUE("job_id","key")
);
--> statement-breakpoint
CREATE TABLE "negar"."jobs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"collection_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"options" jsonb NOT NULL,
	"keep_originals" boolean NOT NULL,
	"reviewer" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "negar"."originals" (
	"hash" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "negar"."reviewers" (
	"name" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "negar"."settings" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"house_rules" jsonb NOT NULL,
	"retention_days" integer,
	CONSTRAINT "settings_one_row" CHECK ("negar"."settings"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "negar"."spool" (
	"job_item_id" integer PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "negar"."alt_texts" ADD CONSTRAINT "alt_texts_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "negar"."items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negar"."caption_runs" ADD CONSTRAINT "caption_runs_image_hash_images_hash_fk" FOREIGN KEY ("image_hash") REFERENCES "negar"."images"("hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negar"."items" ADD CONSTRAINT "items_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "negar"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negar"."items" ADD CONSTRAINT "items_image_hash_images_hash_fk" FOREIGN KEY ("image_hash") REFERENCES "negar"."images"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negar"."items" ADD CONSTRAINT "items_run_id_caption_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "negar"."caption_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negar"."items" ADD CONSTRAINT "items_job_item_id_job_items_id_fk" FOREIGN KEY ("job_item_id") REFERENCES "negar"."job_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negar"."job_items" ADD CONSTRAINT "job_items_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "negar"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negar"."jobs" ADD CONSTRAINT "jobs_collection_id_collections_id_fk" FOREIGN KEY ("collection_id") REFERENCES "negar"."collections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negar"."originals" ADD CONSTRAINT "originals_hash_images_hash_fk" FOREIGN KEY ("hash") REFERENCES "negar"."images"("hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negar"."spool" ADD CONSTRAINT "spool_job_item_id_job_items_id_fk" FOREIGN KEY ("job_item_id") REFERENCES "negar"."job_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "items_collection_id_confidence_id_index" ON "negar"."items" USING btree ("collection_id","confidence","id");--> statement-breakpoint
CREATE INDEX "items_collection_id_id_index" ON "negar"."items" USING btree ("collection_id","id");--> statement-breakpoint
CREATE INDEX "items_sort_key" ON "negar"."items" USING btree ("collection_id","sort_key" collate "C","id");--> statement-breakpoint
CREATE INDEX "items_batch_position_index" ON "negar"."items" USING btree ("batch","position");--> statement-breakpoint
CREATE INDEX "items_image_hash_index" ON "negar"."items" USING btree ("image_hash");--> statement-breakpoint
CREATE INDEX "items_run_id_index" ON "negar"."items" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "items_changed_at_index" ON "negar"."items" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "items_search_index" ON "negar"."items" USING gin ("search");--> statement-breakpoint
CREATE INDEX "job_items_job_id_state_position_index" ON "negar"."job_items" USING btree ("job_id","state","position");