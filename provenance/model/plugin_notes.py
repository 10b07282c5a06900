"""What came of the plugins of a run, so that nothing that they change is silent."""

from enum import StrEnum

from attrs import frozen


class PluginEvent(StrEnum):
    """What happened: the plugin failed, a claim of it was refused, it dropped a finding, or judged one."""

    FAILED = "failed"
    REFUSED = "refused"
    DROPPED = "dropped"
    CERTAINTY = "certainty"


@frozen(order=True)
class PluginNote:
    """`stage`: claims or conflicts. `about`: path of the source, or title of the finding; `key`: of either,
    "" where the plugin could not even be loaded. `reason`: in the plugin's words, or the error."""

    stage: str
    plugin: str
    event: PluginEvent
    key: str
    about: str
    reason: str
