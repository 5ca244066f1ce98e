import { app, Menu, type MenuItemConstructorOptions } from "electron";

/** Ctrl and + needs Shift on most keyboards: the key without it, and those of the number pad, mean the same. */
const MORE_ZOOM_KEYS: readonly MenuItemConstructorOptions[] = [
  { role: "zoomIn", accelerator: "CommandOrControl+=", visible: false },
  { role: "zoomIn", accelerator: "CommandOrControl+numadd", visible: false },
  { role: "zoomOut", accelerator: "CommandOrControl+numsub", visible: false },
];

/** The application menu: what the system can do by itself. What the program can do is in the window, by name. */
export function installMenu(): void {
  const mac: MenuItemConstructorOptions[] = process.platform === "darwin" ? [{ role: "appMenu" }] : [];
  const development: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: "separator" }, { role: "reload" }, { role: "toggleDevTools" }];
  const template: MenuItemConstructorOptions[] = [
    ...mac,
    { label: "&File", submenu: [{ role: process.platform === "darwin" ? "close" : "quit" }] },
    { label: "&Edit", submenu: [{ role: "cut" }, { role: "copy" }, { role: "paste" }, { role: "selectAll" }] },
    {
      label: "&View",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        ...MORE_ZOOM_KEYS,
        { role: "togglefullscreen" },
        ...development,
      ],
    },
    { role: "help", submenu: [{ role: "about" }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
