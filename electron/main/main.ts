import { resolve } from "node:path";
import { app } from "electron";
import { fileArgument } from "./arguments.ts";
import { registerScheme } from "./page/protocol.ts";
import { Program } from "./program.ts";
import { denyDictionaries, denyWandering } from "./safety/lockdown.ts";
import { goOffline } from "./safety/switches.ts";

goOffline();
registerScheme();
denyWandering();
denyDictionaries();

// The profile's folder may be chosen, so that a test meets neither the person's profile nor a running program's lock.
const profile = app.commandLine.getSwitchValue("user-data-dir");
if (profile !== "") app.setPath("userData", resolve(profile));

const file = fileArgument({ argv: process.argv, packaged: app.isPackaged, folder: process.cwd() });

// A second start hands its file to the first and ends. Chromium reorders the arguments on the way, so the file goes by itself.
if (app.requestSingleInstanceLock({ file })) new Program().run(file);
else app.quit();
