"""Files as ChatKit knows them: announced in one step, sent to an address of ours in the next."""

import asyncio

from chatkit.store import AttachmentStore
from chatkit.types import (
    Attachment,
    AttachmentCreateParams,
    AttachmentUploadDescriptor,
    FileAttachment,
    ImageAttachment,
)
from pydantic import AnyUrl

from taskchat.assistant.context import Turn
from taskchat.domain.file import File
from taskchat.services import files


class Attachments(AttachmentStore[Turn]):
    """The first of the two steps; the second is the content, sent over web/files."""

    def __init__(self, address: str) -> None:
        self.address = address

    async def create_attachment(self, input: AttachmentCreateParams, context: Turn) -> Attachment:  # noqa: A002
        """Raises Invalid or TooLarge for what would be refused once it has come."""
        announced = await asyncio.to_thread(files.announce, context.person, input.name, input.size, now=context.now)
        return attachment_of(announced, self.address)

    async def delete_attachment(self, attachment_id: str, context: Turn) -> None:
        """Raises NotFound, unlike the Store's own: this one is what somebody asked for."""
        await asyncio.to_thread(files.remove, context.person, attachment_id)


def attachment_of(file: File, address: str) -> Attachment:
    """With the address to send its content to, while it is not here."""
    url = f"{address}/api/files/{file.id}"
    to = None if file.is_here else AttachmentUploadDescriptor(url=AnyUrl(url), method="PUT")
    if file.is_picture:
        small = AnyUrl(f"{url}?small")
        return ImageAttachment(id=file.id, name=file.name, mime_type=file.kind, upload_descriptor=to, preview_url=small)
    return FileAttachment(id=file.id, name=file.name, mime_type=file.kind, upload_descriptor=to)
