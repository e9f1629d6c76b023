<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the header says of a document in a few words: title, type, place. It needs names.xsl.
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The title of a document as the header has it: '12. Memorandum of Conversation' -->
  <xsl:function name="v:title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="normalize-space(($tei/teiHeader/fileDesc/titleStmt/title)[1])"/>
  </xsl:function>

  <!-- The type of a document in words: catRef to a category with catDesc → 'Memorandum of conversation' -->
  <xsl:function name="v:type" as="xs:string">
    <xsl:param name="header" as="element()"/>
    <xsl:variable name="ids" as="xs:string*" select="$header//catRef/v:fragment(@target)"/>
    <xsl:sequence select="string(($header//category[@xml:id = $ids]/catDesc ! normalize-space())[1])"/>
  </xsl:function>

  <!-- Where the document was written or the meeting took place: 'Washington' -->
  <xsl:function name="v:place" as="xs:string">
    <xsl:param name="header" as="element()"/>
    <xsl:sequence select="normalize-space(($header//settingDesc//placeName, $header//creation/placeName)[1])"/>
  </xsl:function>

</xsl:stylesheet>
