import "react";

declare module "react" {
  interface CSSProperties {
    /** Custom properties, set through the style object. */
    [property: `--${string}`]: string | number | undefined;
  }
}
