ALTER TABLE "negar"."items" ADD COLUMN "keywords" jsonb;--> statement-breakpoint
CREATE INDEX "items_unread" ON "negar"."items" USING btree ("id") WHERE "negar"."items"."keywords" is null;--> statement-breakpoint
CREATE INDEX "items_keywords" ON "negar"."items" USING gin ("keywords" jsonb_path_ops);