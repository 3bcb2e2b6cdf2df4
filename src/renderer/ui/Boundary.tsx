import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { currentMessages } from "#renderer/state/useMessages.ts";
import { EmptyState } from "./EmptyState.tsx";

/** Keeps a fault of one screen from taking the window with it. A new `resetKey` (another place) tries again. */
export class Boundary extends Component<{ children: ReactNode; resetKey?: string }, { failedKey: string | null }> {
  override state = { failedKey: null as string | null };

  static getDerivedStateFromProps(props: { resetKey?: string }, state: { failedKey: string | null }) {
    return state.failedKey !== null && state.failedKey !== (props.resetKey ?? "") ? { failedKey: null } : null;
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
    this.setState({ failedKey: this.props.resetKey ?? "" });
  }

  override render() {
    if (this.state.failedKey === null) return this.props.children;
    const { crashed } = currentMessages().frame;
    return (
      <EmptyState title={crashed.title} detail={crashed.detail}>
        <Button onClick={() => this.setState({ failedKey: null })}>{crashed.reload}</Button>
      </EmptyState>
    );
  }
}
