"""A headless Chromium, driven over WebDriver's plain HTTP (https://www.w3.org/TR/webdriver2/)."""

import base64
import json
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ENTER, ESCAPE, TAB = "\ue007", "\ue00c", "\ue004"


class Browser:
    """A browser with a profile and a folder for downloads of its own, gone when it is closed."""

    def __init__(self, width=1440, height=900, dark=False):
        self.downloads = tempfile.mkdtemp(prefix="mail2graph-downloads-")
        self.profile = tempfile.mkdtemp(prefix="mail2graph-profile-")
        self.driver = subprocess.Popen(
            [DRIVER, "--port=0", "--log-level=SEVERE"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        port = None
        for line in self.driver.stdout:
            if "started successfully on port" in line:
                port = line.strip().rstrip(".").split()[-1]
                break
        if port is None:
            raise RuntimeError("chromedriver did not start")
        self.base = f"http://127.0.0.1:{port}"
        arguments = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", f"--user-data-dir={self.profile}",
                     f"--window-size={width},{height}"]
        # As root, as CI is, its sandbox can't be had; the page is our own.
        arguments += ["--no-sandbox"] + (["--force-dark-mode"] if dark else [])
        options = {
            "binary": CHROMIUM, "args": arguments,
            "prefs": {"download.default_directory": self.downloads, "download.prompt_for_download": False},
        }
        capabilities = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        created = self.request("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self.session = f"/session/{created['sessionId']}"
        self.call("POST", "/goog/cdp/execute", cmd="Emulation.setDeviceMetricsOverride",
                  params={"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def request(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)["value"]["message"]) from None

    def call(self, method, path, **body):
        return self.request(method, self.session + path, body if method == "POST" else None)

    def open(self, url):
        self.call("POST", "/url", url=url)

    def run(self, script, *arguments):
        """The value of a JavaScript expression; `arguments[0]` and so on are given to it."""
        return self.call("POST", "/execute/sync", script=f"return ({script});", args=list(arguments))

    def keys(self, text):
        """Presses keys one after the other, wherever the focus is."""
        actions = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.call("POST", "/actions", actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def find(self, selector):
        return self.call("POST", "/element", using="css selector", value=selector)[ELEMENT]

    def click(self, selector):
        self.call("POST", f"/element/{self.find(selector)}/click")

    def type(self, selector, text):
        self.call("POST", f"/element/{self.find(selector)}/value", text=text)

    def media(self, **features):
        """As if the system preferred something: `prefers_color_scheme="dark"`."""
        pairs = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("POST", "/goog/cdp/execute", cmd="Emulation.setEmulatedMedia", params={"features": pairs})

    def resize(self, width, height):
        self.call("POST", "/goog/cdp/execute", cmd="Emulation.setDeviceMetricsOverride",
                  params={"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("GET", "/screenshot")))

    def log(self):
        """What the page complained about: errors of its program, what its policy refused."""
        return [entry["message"] for entry in self.call("POST", "/se/log", type="browser")]

    def close(self):
        try:
            self.call("DELETE", "")
        finally:
            # The browser has ended with its session; the driver has nothing to lose.
            self.driver.kill()
            self.driver.wait()
            for folder in (self.downloads, self.profile):
                shutil.rmtree(folder, ignore_errors=True)
