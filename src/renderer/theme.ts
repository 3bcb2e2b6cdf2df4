import {
  Button,
  Checkbox,
  createTheme,
  Menu,
  Modal,
  PasswordInput,
  SegmentedControl,
  Select,
  Textarea,
  TextInput,
  Tooltip,
} from "@mantine/core";

const quick = { duration: 80 };
/** A dialog comes and goes at once: keys typed while one fades out would be lost. */
const atOnce = { duration: 0 };

/** Small, square-shouldered controls. Colours and sizes stand in styles/tokens.css. */
export const theme = createTheme({
  primaryColor: "indigo",
  defaultRadius: "sm",
  focusRing: "never",
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: "xs", variant: "default" } }),
    TextInput: TextInput.extend({ defaultProps: { size: "xs" } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: "xs" } }),
    Textarea: Textarea.extend({ defaultProps: { size: "xs" } }),
    Select: Select.extend({
      defaultProps: { size: "xs", allowDeselect: false, comboboxProps: { transitionProps: quick } },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: "xs" } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: "xs" } }),
    Menu: Menu.extend({ defaultProps: { transitionProps: quick, position: "bottom-start", offset: 4 } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, transitionProps: quick, events: { hover: true, focus: true, touch: false } },
    }),
    // Locking the page's scroll would add a style element, which the page's policy forbids; the page never scrolls.
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        overlayProps: { backgroundOpacity: 0.35, transitionProps: atOnce },
        transitionProps: atOnce,
        centered: true,
        padding: "md",
      },
    }),
  },
});
