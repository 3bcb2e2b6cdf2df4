ALTER TABLE `approval_requests` ADD `enclosed` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sharing_deliveries` ADD `part` text DEFAULT 'bulletin' NOT NULL;--> statement-breakpoint
ALTER TABLE `sharing_issues` ADD `title` text;--> statement-breakpoint
ALTER TABLE `sharing_issues` ADD `notice_id` text REFERENCES artifacts(id);--> statement-breakpoint
ALTER TABLE `sharings` ADD `number` text;--> statement-breakpoint
ALTER TABLE `sharings` ADD `correction_note` text;--> statement-breakpoint
CREATE UNIQUE INDEX `sharings_number_unique` ON `sharings` (`number`);