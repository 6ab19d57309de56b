"""Headless Chromium and the pages that are looked at in it; used by `check` and `pictures` in this folder."""
import base64, os, shutil, subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OUT = os.path.join(ROOT, ".build", "screen")
SEEDS = ["seeds/000_52b912b0584e463f.txt", "seeds/004_76ffc98cad9dc6a4.txt", "--published", "2023-05-31"]
FIRE = ["samples/factory-fire/fire-ar.txt", "samples/factory-fire/fire-en.txt"]
THEFT = ["samples/museum-theft/theft-1.txt", "samples/museum-theft/theft-2.txt"]
# Pairs of two Arabic articles, of an Arabic and an English one, of two English ones; and one article.
PAGES = {
    "seeds": ["compare", *SEEDS], "fire": ["compare", *FIRE], "theft": ["compare", *THEFT],
    "report": ["report", SEEDS[0], "--published", "2023-05-31"],
}
LOOKED_AT = [("seeds", "ar"), ("seeds", "en"), ("fire", "ar"), ("fire", "en"), ("theft", "en"), ("report", "ar")]


def khabar(*arguments):
    """Standard output of the program: $KHABAR_BIN, else what Tools/build makes."""
    if "KHABAR_BIN" not in os.environ:
        build = subprocess.run([os.path.join(ROOT, "Tools", "build")], check=True, capture_output=True, text=True)
        os.environ["KHABAR_BIN"] = build.stdout.strip()
    return subprocess.run([os.environ["KHABAR_BIN"], *arguments], cwd=ROOT, check=True, capture_output=True).stdout


def page(name, language):
    """Writes one of the pages into .build/screen and gives its path."""
    return write(f"{name}.{language}.html", khabar(*PAGES[name], "--format", "html", "--lang", language))


def site():
    """Writes a folder of pages into .build/screen and gives the path of the page that leads to the others."""
    folder = os.path.join(OUT, "site")
    khabar("export", *FIRE, *THEFT, "--compare", "--format", "html", "--lang", "ar", "-o", folder)
    return os.path.join(folder, "index.html")


def write(name, content):
    os.makedirs(OUT, exist_ok=True)
    path = os.path.join(OUT, name)
    with open(path, "wb") as file:
        file.write(content)
    return path


def missing():
    """What is not there to open a page with, if anything."""
    try:
        import selenium  # noqa: F401
    except ImportError:
        return "no selenium in this Python; .ci/run installs it"
    found = all(shutil.which(name) for name in ("chromium", "chromedriver"))
    return None if found else "no chromium and chromedriver on PATH (Debian: chromium, chromium-driver)"


class Browser:
    """One headless Chromium that loads nothing from the network."""

    def __enter__(self):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                         "--host-resolver-rules=MAP * ~NOTFOUND", "--force-device-scale-factor=1"):
            options.add_argument(argument)
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_script_timeout(60)
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def call(self, method, **parameters):
        return self.driver.execute_cdp_cmd(method, parameters)

    def open(self, path, width, scheme, scripts=True, height=900, scale=1):
        """Opens a page on a screen of a width, light or dark, with or without scripts."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False)
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}])
        self.driver.get("file://" + path)

    def picture(self, width=None, height=None):
        """The page as PNG: the whole of it, or what stands at its top."""
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": width or size["width"], "height": min(height or 1 << 20, size["height"]), "scale": 1}
        shot = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        return base64.b64decode(shot["data"])

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)
