import { Suspense } from "react";
import type { OpenBook } from "#shared/contract/casebook.ts";
import { ApprovalDialogs } from "#renderer/features/approvals/ApprovalDialogs.tsx";
import { ExitsDialog } from "#renderer/gate/ExitsDialog.tsx";
import { useGateGuards } from "#renderer/gate/useGateGuards.ts";
import { PictureDialogs } from "#renderer/features/pictures/PictureDialogs.tsx";
import { useMessages } from "#renderer/state/useMessages.ts";
import { useWorkplace } from "#renderer/state/workplace.ts";
import { Boundary } from "#renderer/ui/Boundary.tsx";
import { SkeletonLines } from "#renderer/ui/SkeletonLines.tsx";
import { DropTarget } from "./DropTarget.tsx";
import classes from "./Frame.module.css";
import { KeysDialog } from "./KeysDialog.tsx";
import { NoticeStack } from "./NoticeStack.tsx";
import { Palette } from "./Palette.tsx";
import { placeComponents } from "./placeComponents.ts";
import { Rail } from "./Rail.tsx";
import { StatusLine } from "./StatusLine.tsx";
import { TopBar } from "./TopBar.tsx";
import { useFocusKeeper } from "./useFocusKeeper.ts";
import { useFrameCommands } from "./useFrameCommands.ts";

/** The frame of every place: top bar, rail, the place itself, status line. */
export function Frame({ book }: { book: OpenBook }) {
  const { ui } = useMessages();
  const place = useWorkplace((state) => state.place);
  const PlaceComponent = placeComponents[place];
  useFrameCommands();
  useGateGuards();
  useFocusKeeper();
  return (
    <div className={classes.frame}>
      <TopBar book={book} />
      <Rail />
      <main className={classes.place}>
        <Boundary resetKey={place}>
          <Suspense fallback={<SkeletonLines count={8} label={ui.loading} />}>
            <PlaceComponent />
          </Suspense>
        </Boundary>
      </main>
      <StatusLine />
      <div className={classes.floating}>
        <NoticeStack />
        <DropTarget />
      </div>
      <ApprovalDialogs />
      <PictureDialogs />
      <Palette />
      <KeysDialog />
      <ExitsDialog />
    </div>
  );
}
