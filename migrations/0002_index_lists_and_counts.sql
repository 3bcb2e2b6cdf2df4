DROP INDEX `cases_campaign`;--> statement-breakpoint
CREATE INDEX `cases_campaign` ON `cases` (`campaign_id`,`opened_at`);--> statement-breakpoint
DROP INDEX `reports_undetermined`;--> statement-breakpoint
CREATE INDEX `reports_counted` ON `reports` (`received_at`,`void_at`,`provider_outside`,`assessment`,`category`,`not_shared`,`items`);--> statement-breakpoint
CREATE INDEX `reports_by_title` ON `reports` (`title`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `reports_by_category` ON `reports` (`category`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `reports_by_items` ON `reports` (`items`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `reports_undetermined` ON `reports` (`assessment`,`received_at`,`id`,`void_at`,`provider_outside`);--> statement-breakpoint
DROP INDEX `sharings_shared`;--> statement-breakpoint
CREATE INDEX `sharings_shared` ON `sharings` (`shared_at`,`origin`);