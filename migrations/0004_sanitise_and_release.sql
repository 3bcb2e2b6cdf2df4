CREATE TABLE `exact_values` (
	`id` text PRIMARY KEY NOT NULL,
	`text_id` text NOT NULL,
	`written` text NOT NULL,
	`exact` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `exact_values_text` ON `exact_values` (`text_id`);--> statement-breakpoint
CREATE TABLE `exits` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`text_id` text,
	`text_sha256` text,
	`destination` text NOT NULL,
	`format` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`artifact_id` text,
	FOREIGN KEY (`artifact_id`) REFERENCES `artifacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exits_at` ON `exits` (`at`);--> statement-breakpoint
CREATE TABLE `finding_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`text_id` text NOT NULL,
	`finding_key` text NOT NULL,
	`action` text NOT NULL,
	`surface` text NOT NULL,
	`reason` text,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `finding_decisions_key` ON `finding_decisions` (`text_id`,`finding_key`);--> statement-breakpoint
CREATE TABLE `pseudonyms` (
	`id` text PRIMARY KEY NOT NULL,
	`text_id` text NOT NULL,
	`label` text NOT NULL,
	`organization_id` text,
	`outside` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pseudonyms_label` ON `pseudonyms` (`text_id`,`label`);--> statement-breakpoint
CREATE TABLE `text_releases` (
	`id` text PRIMARY KEY NOT NULL,
	`text_id` text NOT NULL,
	`purpose` text NOT NULL,
	`text_sha256` text NOT NULL,
	`author` text NOT NULL,
	`releaser` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `text_releases_text` ON `text_releases` (`text_id`);--> statement-breakpoint
CREATE TABLE `writeups` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`author` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `writeups_case_id_unique` ON `writeups` (`case_id`);--> statement-breakpoint
CREATE TABLE `approval_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`sharing_id` text,
	`writeup_id` text,
	`organization_id` text,
	`framework_id` text,
	`outside` text,
	`purposes` text DEFAULT '[]' NOT NULL,
	`text_sha256` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`due_on` text,
	`packet_id` text,
	`mail_id` text,
	FOREIGN KEY (`sharing_id`) REFERENCES `sharings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`writeup_id`) REFERENCES `writeups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`packet_id`) REFERENCES `artifacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mail_id`) REFERENCES `artifacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `approval_requests_sharing` ON `approval_requests` (`sharing_id`);--> statement-breakpoint
CREATE INDEX `approval_requests_writeup` ON `approval_requests` (`writeup_id`);--> statement-breakpoint
CREATE TABLE `sharing_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`issue_id` text NOT NULL,
	`organization_id` text,
	`framework_id` text,
	`answered_at` integer,
	`answer` text,
	FOREIGN KEY (`issue_id`) REFERENCES `sharing_issues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sharing_deliveries_issue` ON `sharing_deliveries` (`issue_id`);--> statement-breakpoint
CREATE TABLE `sharing_issues` (
	`id` text PRIMARY KEY NOT NULL,
	`sharing_id` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`text_sha256` text NOT NULL,
	`note` text,
	`bulletin_id` text,
	`indicators_id` text,
	FOREIGN KEY (`sharing_id`) REFERENCES `sharings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`bulletin_id`) REFERENCES `artifacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicators_id`) REFERENCES `artifacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sharing_issues_version` ON `sharing_issues` (`sharing_id`,`version`);--> statement-breakpoint
CREATE TABLE `__new_approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`sharing_id` text,
	`writeup_id` text,
	`organization_id` text,
	`framework_id` text,
	`outside` text,
	`purpose` text DEFAULT 'share' NOT NULL,
	`at` integer NOT NULL,
	`how` text NOT NULL,
	`decision` text NOT NULL,
	`conditions` text,
	`terms` text DEFAULT '[]' NOT NULL,
	`text_sha256` text,
	`evidence_id` text,
	`recorded_by` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`sharing_id`) REFERENCES `sharings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`writeup_id`) REFERENCES `writeups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `artifacts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_approvals`("id", "sharing_id", "organization_id", "at", "how", "decision", "conditions", "position") SELECT "id", "sharing_id", "organization_id", "at", "how", "decision", "conditions", "position" FROM `approvals`;--> statement-breakpoint
DROP TABLE `approvals`;--> statement-breakpoint
ALTER TABLE `__new_approvals` RENAME TO `approvals`;--> statement-breakpoint
CREATE INDEX `approvals_sharing` ON `approvals` (`sharing_id`);--> statement-breakpoint
CREATE INDEX `approvals_writeup` ON `approvals` (`writeup_id`);--> statement-breakpoint
ALTER TABLE `sharing_recipients` ADD `organization_id` text REFERENCES organizations(id);--> statement-breakpoint
ALTER TABLE `sharing_recipients` ADD `excepted` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sharings` ADD `pap` text;--> statement-breakpoint
ALTER TABLE `sharings` ADD `author` text;--> statement-breakpoint
ALTER TABLE `sharings` ADD `follows_id` text REFERENCES sharings(id);--> statement-breakpoint
ALTER TABLE `sharings` ADD `withheld` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `sharings` ADD `withdrawn_reason` text;--> statement-breakpoint
ALTER TABLE `sightings` ADD `report_id` text REFERENCES reports(id);--> statement-breakpoint
ALTER TABLE `sightings` ADD `consent` text;--> statement-breakpoint
ALTER TABLE `sightings` ADD `consent_asked_at` integer;