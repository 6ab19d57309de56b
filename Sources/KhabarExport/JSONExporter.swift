import Khabar
